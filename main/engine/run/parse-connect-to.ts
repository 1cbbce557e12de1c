import { AppError } from '../../contract/errors.ts';
import type { ConnectTo } from '../ports.ts';

const FORM = /^(\[[^\]]*\]|[^:[\]]*):(\d*):(\[[^\]]+\]|[^:[\]]+):(\d+)$/;

/**
 * Reads `HOST:PORT:HOST2:PORT2` as curl has it; an empty HOST or PORT means any.
 * @throws AppError `bad-option`
 */
export function parseConnectTo(text: string): ConnectTo {
  const match = FORM.exec(text);
  if (match === null)
    throw new AppError('bad-option', {
      reason: `--connect-to wants HOST:PORT:HOST2:PORT2, not “${text}”.`,
    });
  const [, host = '', port = '', toHost = '', toPort = ''] = match;
  const bare = (name: string) => name.replace(/^\[|\]$/g, '').toLowerCase();
  return { host: bare(host), port: Number(port), toHost: bare(toHost), toPort: Number(toPort) };
}
