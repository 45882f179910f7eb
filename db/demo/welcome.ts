import type { Language } from '../../src/domain/taxonomies.ts';

/** Short sentences in the languages of those who are to find it: welcome, and "it is free". */
export const welcomes: Partial<Record<Language, { welcome: string; free: string }>> = {
	ar: { welcome: 'أهلا وسهلا بالجميع.', free: 'المشاركة مجانية.' },
	so: { welcome: 'Ku soo dhawoow.', free: "Waa lacag la'aan." },
	uk: { welcome: 'Ласкаво просимо.', free: 'Участь безкоштовна.' },
	ti: { welcome: 'እንቋዕ ብደሓን መጻእኩም።', free: 'ብነጻ እዩ።' },
	fi: { welcome: 'Kaikki ovat tervetulleita.', free: 'Osallistuminen on maksutonta.' },
	fa: { welcome: 'همه خوش آمدید.', free: 'شرکت رایگان است.' },
	pl: { welcome: 'Zapraszamy wszystkich.', free: 'Udział jest bezpłatny.' },
	es: { welcome: 'Bienvenidos todos.', free: 'Es gratis.' },
	ku: { welcome: 'Hûn bi xêr hatin.', free: 'Belaş e.' },
	se: { welcome: 'Bures boahtin!', free: '' },
};

/** What a language café is called and does. */
export const languageCafe: Partial<Record<Language, { name: string; does: string }>> = {
	ar: { name: 'مقهى اللغة', does: 'نتدرب معًا على اللغة السويدية.' },
	uk: { name: 'Мовне кафе', does: 'Разом практикуємо шведську мову.' },
	fi: { name: 'Kielikahvila', does: 'Harjoittelemme yhdessä ruotsia.' },
	fa: { name: 'کافه زبان', does: 'با هم سوئدی تمرین می‌کنیم.' },
};
