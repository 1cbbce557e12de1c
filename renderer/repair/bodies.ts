/** The screens of repairs: one script, loaded when the first of them is opened. */
export { BackupsPage } from './backups-page.tsx';
export { BundlePage } from './bundle-page.tsx';
export { FixPage } from './fix-page.tsx';
export { JournalPage, NotEnded } from './journal-page.tsx';
