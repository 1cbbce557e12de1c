import { defineFix, type FixContext } from '../../model/fix.ts';
import type { ClientId } from '../../../contract/words.ts';
import { aboutPlace, planOf, tell } from './parts/plan-of.ts';

/** F12, F32, F34, F41, F91, F132: a newer Claude Code does better. */
export const fix = defineFix({
  name: 'update-client',
  codes: ['F12', 'F32', 'F34', 'F41', 'F91', 'F132'],
  isDestructive: false,
  plan: (context) => {
    const install = context.machine.installs.find(({ client }) => client === CODE);
    if (install === undefined || !isAboutCode(context)) return [];
    const version = install.version === null ? '' : ` ${install.version}`;
    return [
      planOf({
        about: aboutPlace('claude-code', null),
        title: 'Update Claude Code',
        automation: 'guided',
        operations: [
          tell(
            `Claude Code${version} is installed here. Update it in a terminal.`,
            'claude update',
          ),
          tell(
            'Where npm installed it, use npm.',
            'npm install -g @anthropic-ai/claude-code@latest',
          ),
          tell('Then see which version answers.', 'claude --version'),
        ],
        restarts: [CODE],
        leavesAlone: ['Your servers, settings and sign-ins stay.'],
      }),
    ];
  },
});

const CODE: ClientId = 'claude-code';

/** F12 only where the version is what is wrong. */
function isAboutCode({ finding }: FixContext): boolean {
  if (finding.code === 'F12') return /signs in past your proxy/.test(finding.title);
  return finding.clients.length === 0 || finding.clients.includes(CODE);
}
