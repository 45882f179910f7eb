// Run by itself, several at once, and killed: asks everybody who is due.
import { remind } from '../../src/domain/reminder.ts';
import { reminderLetter } from '../../src/mail/reminder-letter.ts';
import { openStore } from '../../src/store/open.ts';

const [folder, time] = process.argv.slice(2) as [string, string];
const store = await openStore(folder);
process.send?.('begins');
await remind(store, Number(time), (to) => reminderLetter(to, (path) => `https://samlas.example${path}`));
store.close();
process.disconnect?.();
