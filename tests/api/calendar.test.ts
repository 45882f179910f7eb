import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { activity } from '../store.ts';
import { testApi } from './api.ts';

const schedules = [{ start: '2026-03-03T18:00', minutes: 60, rule: null }];

test.each(['Sång; dans, lek \\ stoj', 'Kör\r\nATTENDEE:mailto:evil@example.org\nEND:VCALENDAR'])(
	'a name is text in a calendar, whatever it holds: %j',
	async (name) => {
		const described = { texts: { sv: { description: name } }, street: name, locality: 'Oskarström' };
		const { app } = await testApi({}, { listings: [activity({ name, schedules, ...described })] });
		const { body } = await app.inject('/api/v1/listings/1/calendar.ics');
		for (const line of body.split('\r\n')) expect(line).not.toMatch(/^(ATTENDEE|.*[\r\n])/);
		const calendar = new ICAL.Component(ICAL.parse(body));
		const plain = name.replace(/\r\n/g, '\n');
		// Of a property that it does not know the reader gives the text as it is written.
		const written = String(calendar.getFirstPropertyValue('x-wr-calname'));
		expect(written.replace(/\\(.)/g, (_, mark) => (mark === 'n' ? '\n' : mark))).toBe(plain);
		const [event, ...others] = calendar.getAllSubcomponents('vevent');
		expect(others).toEqual([]);
		expect(event?.getFirstPropertyValue('summary')).toBe(plain);
	},
);
