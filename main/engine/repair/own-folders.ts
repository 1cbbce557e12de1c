/** The folders of ours in which something is written: what a killed run left there goes at a look. */
export const OWN_FOLDERS = ['', 'backups/sets', 'backups/objects'] as const;
