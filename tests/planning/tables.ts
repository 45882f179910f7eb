import type { Table } from '../../src/planning/table.ts';

/** A table with one of everything. */
export const table: Table = {
	key: 'emptiest-halls',
	title: 'Lokaler med mest ledig tid',
	columns: [
		{ key: 'venue', label: 'Lokal', kind: 'text' },
		{ key: 'open_hours', label: 'Öppet', unit: 'timmar i veckan', kind: 'number', digits: 1 },
		{ key: 'idle_share', label: 'Andel', kind: 'share' },
		{ key: 'persons', label: 'Personer', kind: 'count' },
	],
	rows: [
		{
			cells: [{ text: 'Slättåkra bygdegård', href: '/lokal/slattakra-bygdegard' }, 40.25, 0.625, 1234],
			shape: { type: 'Point', coordinates: [12.85123456789, 56.8] },
		},
		{ cells: ['=HYPERLINK("https://example.org";"Klicka")', null, null, { under: 5 }], shape: null },
		{ cells: ['Tillsammans', -3.5, 1, 0], total: true },
	],
	notes: ['Bara kända aktiviteter räknas.'],
	about: {
		source: 'Föreningsregistret i Halmstads kommun, CC0',
		asOf: '2026-11-26',
		uncertainty: 'Verksamhet som ingen har berättat om syns inte.',
		method: { label: 'Så räknas ledig tid', href: 'https://example.org/om#ledig-tid' },
	},
};
