import type { Evidence } from '../../contract/report.ts';
import { visible } from '../redact/visible.ts';
import type { PlacedFinding } from './findings-in-order.ts';

type FileEvidence = Evidence & { readonly kind: 'file' };

/**
 * Where a finding is, for GitHub: exactly one physical location, whose address is relative to the
 * repository. The file of the project that shows the fault; else the file of the project that names
 * the server; else a file of the home (`~/…`); else a stand-in for the server, the same on each run:
 * `mcp-servers/mcp.example.com/mcp`. GitHub shows results without a location nowhere.
 */
export function sarifLocation(placed: PlacedFinding) {
  const { target } = placed;
  const name = target === null ? null : (target.url ?? target.names[0]?.name ?? target.id);
  const { uri, line, column } = placeOf(placed);
  return {
    physicalLocation: {
      artifactLocation: { uri },
      // An end is asked by GitHub; the mark is one character wide, because the fault may be wider.
      region: { startLine: line, startColumn: column, endLine: line, endColumn: column + 1 },
    },
    ...(name === null
      ? {}
      : { logicalLocations: [{ fullyQualifiedName: visible(name), kind: 'resource' }] }),
  };
}

interface FilePlace {
  readonly uri: string;
  readonly line: number;
  readonly column: number;
}

function placeOf({ finding, target }: PlacedFinding): FilePlace {
  const files = finding.evidence.filter((one): one is FileEvidence => one.kind === 'file');
  const shown = files.find(({ file }) => isOfProject(file));
  if (shown !== undefined) return atFile(shown);
  const naming = target?.names.find(({ file }) => isOfProject(file));
  if (naming !== undefined) return top(relative(naming.file));
  const [first] = files;
  if (first !== undefined) return atFile(first);
  return top(
    target === null ? 'this-machine' : standIn(target.url ?? target.names[0]?.name ?? target.id),
  );
}

function atFile({ file, line, column }: FileEvidence): FilePlace {
  return { uri: relative(file), line: Math.max(1, line ?? 1), column: Math.max(1, column ?? 1) };
}

function top(uri: string): FilePlace {
  return { uri, line: 1, column: 1 };
}

/** Paths of the project are relative (local-report.ts); others begin with `~`, a slash or a drive. */
function isOfProject(file: string): boolean {
  return file !== '' && !/^(~|[\\/]|[a-z]:)/i.test(file);
}

function relative(file: string): string {
  const isElsewhere = /^([\\/]|[a-z]:)/i.test(file);
  const path = encoded(file.split(/[\\/]+/));
  return isElsewhere ? `this-machine/${path}` : path;
}

function standIn(name: string): string {
  return `mcp-servers/${encoded(name.replace(/^[a-z]+:\/\//i, '').split('/'))}`;
}

/** Segments of an address; none is empty or leads upwards. */
function encoded(segments: readonly string[]): string {
  const kept = segments.filter((one) => one !== '' && one !== '.' && one !== '..');
  return kept.map((one) => encodeURIComponent(visible(one))).join('/') || 'unnamed';
}
