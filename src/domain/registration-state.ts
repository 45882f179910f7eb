/** What has become of something that was registered. No zod here: pages import it. */
export type RegistrationState = 'waiting' | 'published' | 'returned' | 'declined' | 'withdrawn';
