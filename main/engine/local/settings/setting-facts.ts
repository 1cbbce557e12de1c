import type { SettingFact } from '../../model/settings-evidence.ts';
import { looksOpaque } from '../../redact/secret-shapes.ts';
import { isSecretName } from '../../redact/secret-names.ts';
import { redactText } from '../../redact/text.ts';
import { redactUrl } from '../../redact/url.ts';
import { visible } from '../../redact/visible.ts';
import { commandHash } from '../entries/command-hash.ts';
import { shownArgs } from '../entries/shown-args.ts';
import { memberOf, membersOf, pointerOf, type JsonNode } from '../json-tree.ts';
import { serverNames } from '../misplaced-servers.ts';
import type { ParsedConfig } from '../parse-config.ts';
import type { SettingRule } from './setting-rules.ts';

/** More of them would tell a reader nothing new. */
const FACT_LIMIT = 500;
const TEXT_LIMIT = 200;
const MASK = '…';

/** A value that a rule leads to. */
interface Found {
  readonly node: JsonNode;
  readonly names: readonly string[];
}

type Read = readonly (Pick<SettingFact, 'name' | 'value' | 'commandHash' | 'servers'> & {
  readonly at: Found;
})[];

/**
 * Reads the settings of a file that are about servers. Values that could be secrets are masked;
 * nothing is expanded or followed (safety G3, H1).
 * @param parsed the file
 * @param rules what its keys mean
 */
export function settingFacts(
  parsed: Pick<ParsedConfig, 'root' | 'positionAt' | 'excerptAt'>,
  rules: readonly SettingRule[],
): readonly SettingFact[] {
  const { root, positionAt, excerptAt } = parsed;
  if (root === null) return [];
  return rules
    .flatMap(({ path, as, kind }) =>
      follow({ node: root, names: [] }, path)
        .flatMap((found) => READERS[as](found, path.at(-1) ?? ''))
        .map((one) => ({ kind, ...one })),
    )
    .slice(0, FACT_LIMIT)
    .map(({ at, ...fact }) => ({
      ...fact,
      pointer: visible(pointerOf(at.names)),
      ...positionAt(at.node.offset),
      excerpt: excerptAt(at.node.offset),
    }));
}

function follow(start: Found, path: readonly string[]): readonly Found[] {
  let found: readonly Found[] = [start];
  for (const key of path) {
    found = found.flatMap(({ node, names }) => {
      const members = key === '*' ? membersOf(node) : [memberOf(node, key)];
      return members.flatMap((member) =>
        member === undefined ? [] : [{ node: member.value, names: [...names, member.name] }],
      );
    });
  }
  return found;
}

const READERS: Readonly<Record<SettingRule['as'], (found: Found, key: string) => Read>> = {
  value: (at, key) => (isScalar(at.node) ? [{ name: key, value: scalar(at.node), at }] : []),
  presence: (at, key) => [{ name: key, value: 'set', at }],
  names: (at, key) => namesIn(at).map(({ name, at: one }) => ({ name, value: key, at: one })),
  flags: (at) =>
    membersOf(at.node).map(({ name, value }) => ({
      name: 'enabledPlugins',
      value: `${shown(name)}: ${scalar(value)}`,
      at: { node: value, names: [...at.names, name] },
    })),
  variables: (at) =>
    membersOf(at.node).flatMap(({ name, value }) =>
      isScalar(value)
        ? [{ name: shown(name), value: variable(name, value), at: below(at, name, value) }]
        : [],
    ),
  rules: (at, key) =>
    at.node.children?.length === 0
      ? [{ name: key, value: 'none', at }]
      : items(at).map((one) => ({ name: key, at: one, ...ruled(one.node) })),
  servers: (at, key) => {
    const names = serverNames(at.node);
    if (names.length === 0) return [];
    return [{ name: key, value: names.map(shown).join(', '), servers: names, at }];
  },
};

/** Names in a list, or the keys of an object. */
function namesIn(at: Found): readonly { readonly name: string; readonly at: Found }[] {
  if (at.node.type === 'object') {
    return membersOf(at.node).map(({ name, key }) => ({
      name: shown(name),
      at: { node: key, names: [...at.names, name] },
    }));
  }
  return items(at).flatMap((one) => {
    const name: unknown = one.node.value;
    return typeof name === 'string' ? [{ name: shown(name), at: one }] : [];
  });
}

function items({ node, names }: Found): readonly Found[] {
  const list = node.type === 'array' ? (node.children ?? []) : [];
  return list.map((one, index) => ({ node: one, names: [...names, `${index}`] }));
}

function below({ names }: Found, name: string, node: JsonNode): Found {
  return { node, names: [...names, name] };
}

function isScalar({ type }: JsonNode): boolean {
  return type === 'string' || type === 'number' || type === 'boolean';
}

function scalar({ value }: JsonNode): string {
  return typeof value === 'string' ? shown(value) : String(value);
}

/** `{"serverName": "github"}`; of a command only what may be shown of its words. */
function ruled(node: JsonNode): Pick<SettingFact, 'value' | 'commandHash'> {
  const command = memberOf(node, 'serverCommand')?.value;
  if (command?.type !== 'array') return { value: rule(node) };
  const words = (command.children ?? []).map((one) => String(one.value));
  const [first = '', ...args] = words;
  const value = `serverCommand ${[shown(first), ...shownArgs(args)].join(' ')}`;
  return { value: value.slice(0, TEXT_LIMIT), commandHash: commandHash(words) };
}

function rule(node: JsonNode): string {
  const parts = membersOf(node).map(({ name, value }) => {
    if (name === 'serverUrl' && typeof value.value === 'string') {
      return `serverUrl ${visible(redactUrl(value.value)).slice(0, TEXT_LIMIT)}`;
    }
    return name === 'serverName' ? `serverName ${scalar(value)}` : shown(name);
  });
  return parts.join(', ') || scalar(node);
}

/** Whether a variable is on, and where an address leads; never a key or token. */
function variable(name: string, node: JsonNode): string {
  const text = String(node.value);
  if (text === '') return '';
  if (isSecretName(name, 'field') || /KEY|TOKEN|HEADERS/i.test(name)) return MASK;
  const harmless = /^(?:CLAUDE_|ANTHROPIC_|NODE_|MCP_|ENABLE_|DISABLE_|SSL_|AWS_REGION|CLOUD_ML)/;
  if (/PROXY$/i.test(name)) return visible(proxy(text)).slice(0, TEXT_LIMIT);
  if (!harmless.test(name) || looksOpaque(text)) return MASK;
  return shown(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? redactUrl(text) : text);
}

/** SECURITY: E7 — everything before the last @ of the authority is credentials. */
function proxy(text: string): string {
  const at = text.lastIndexOf('@');
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(text)?.[0] ?? '';
  return redactText(at === -1 ? text : `${scheme}${MASK}@${text.slice(at + 1)}`);
}

function shown(text: string): string {
  return visible(redactText(text)).slice(0, TEXT_LIMIT);
}
