import { describe, expect, test } from 'vitest';
import { fold, wordsOf } from '../../src/finder/fold.ts';

describe('letters that mean the same', () => {
	test.each([
		['Arabic alef with and without hamza', 'أطفال', 'اطفال'],
		['Arabic alef with madda', 'آباء', 'اباء'],
		['Arabic vowel signs', 'مَدْرَسَة', 'مدرسة'],
		['Arabic final h and t', 'مكتبة', 'مكتبه'],
		['Arabic final y', 'نادي', 'نادى'],
		['hamza at the end of a word', 'نساء', 'نسا'],
		['tatweel', 'كتـــاب', 'كتاب'],
		['Persian and Arabic y', 'فارسی', 'فارسي'],
		['Persian and Arabic k', 'کتاب', 'كتاب'],
		['Persian non-joiner', 'پیاده‌روی', 'پیادهروی'],
		['Ethiopic s', 'ሠራሕ', 'ሰራሕ'],
		['Ethiopic ts', 'ፀሎት', 'ጸሎት'],
		['Ethiopic h, the archaic one', 'ኀበሬታ', 'ሐበሬታ'],
		['Ethiopic softened q', 'ቖልዑ', 'ቆልዑ'],
		['Ethiopic round q', 'ቈልዑ', 'ቆልዑ'],
		['Ethiopic softened k', 'ኸተማ', 'ከተማ'],
		['Ethiopic round k', 'ኵሉ', 'ኩሉ'],
		['Ethiopic round g', 'ጒዳይ', 'ጉዳይ'],
		['Ethiopic open a', 'አዳራሽ', 'ኣዳራሽ'],
		['Ukrainian apostrophe, typewriter', "комп'ютер", 'компютер'],
		['Ukrainian apostrophe, typographic', 'комп’ютер', 'компʼютер'],
		['Swedish', 'Språkkafé', 'sprakkafe'],
	])('%s', (_, a, b) => {
		expect(fold(a)).toBe(fold(b));
	});

	test.each([
		['Ukrainian i and yi', 'іжа', 'їжа'],
		['Ukrainian y and short i', 'мии', 'мий'],
		['Tigrinya h and guttural h', 'ሃገር', 'ሓገር'],
		['Tigrinya a and guttural a', 'ኣዲ', 'ዓዲ'],
		['Tigrinya r beside s', 'ረኸበ', 'ሸኸበ'],
		['Tigrinya f beside ts', 'ፈረስ', 'ፀረስ'],
		['Arabic h and j', 'حبل', 'جبل'],
		['hamza within a word', 'قراءة', 'قراة'],
	])('%s stay apart', (_, a, b) => {
		expect(fold(a)).not.toBe(fold(b));
	});

	test.each([
		['المكتبة', 'مكتبة'],
		['للأطفال', 'أطفال'],
		['بالسويدية', 'السويدية'],
		['الألعاب', 'ألعاب'],
		['بالألمانية', 'ألمانية'],
	])('%s and %s are one word', (a, b) => {
		expect(wordsOf(a)).toEqual(wordsOf(b));
	});

	test.each(['الله', 'بالغين', 'والدين', "l'art", 'Łódź'])('%s keeps its letters', (word) => {
		expect(wordsOf(word).join('').length).toBe(fold(word).replace(/[^\p{L}]/gu, '').length);
	});
});
