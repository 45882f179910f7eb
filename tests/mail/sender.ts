// Run by itself, and killed: delivers what is in the outbox. Holds of a process that was killed have run out by the next.
import { createPostOffice } from '../../src/mail/post-office.ts';
import { smtpTransport } from '../../src/mail/transport.ts';
import { openStore } from '../../src/store/open.ts';

const [folder, address, time] = process.argv.slice(2) as [string, string, string];
const store = await openStore(folder);
const office = createPostOffice(store, smtpTransport(address, 'Samlas <samlas@example.org>'), () => Number(time));
await office.deliver();
office.close();
store.close();
