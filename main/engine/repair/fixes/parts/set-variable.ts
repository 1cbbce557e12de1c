import type { System } from '../../../../contract/words.ts';

/** A step in words, and the exact text to copy. */
type Step = readonly [text: string, copy: string];

const ON: Readonly<Record<System, (name: string) => Step>> = {
  darwin: (name) => ['Write this line into ~/.zshrc and open a new terminal.', exported(name)],
  linux: (name) => [
    'Write this line into the profile of your shell and open a new terminal.',
    exported(name),
  ],
  win32: (name) => ['In a command prompt, then open a new one.', `setx ${name} "VALUE"`],
};

function exported(name: string): string {
  return `export ${name}='VALUE'`;
}

/**
 * How a variable is set for a client that is started in a terminal. VALUE is the user’s to write.
 * @param name of a variable: letters, digits and underscores
 */
export function setVariable(name: string, os: System): Step {
  return ON[os](name);
}
