import { version } from '../../package.json';

/** What we call ourselves in reports and in the User-Agent (safety E10). */
export const TOOL = { name: 'unblank', version } as const;
