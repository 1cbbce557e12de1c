import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import ts from 'typescript';

/**
 * Compares the stand-in with electron.d.ts by reading both, so that nothing has to run. It can have
 * less than Electron, by design; it may have nothing that Electron has not.
 */
const STAND_IN = path.resolve(import.meta.dirname, '../electron-stand-in');
const resolve = createRequire(import.meta.url).resolve;
const DECLARATIONS = path.join(path.dirname(resolve('electron/package.json')), 'electron.d.ts');

type Names = Map<string, Set<string>>;
/** Names by their owner; owners in lower case, for `app` is an `App`. */
interface Surface {
  readonly members: Names;
  readonly events: Names;
  readonly exports: Set<string>;
}

function add(names: Names, owner: string, name: string): void {
  const key = owner.toLowerCase();
  names.set(key, (names.get(key) ?? new Set()).add(name));
}

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ESNext, true);
}

function readElectron(): Surface {
  const surface: Surface = { members: new Map(), events: new Map(), exports: new Set() };
  const parents: [child: string, parent: string][] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node)) readType(node);
    if (ts.isModuleBlock(node) && ['Main', 'Common'].includes(node.parent.name.getText()))
      readExports(node);
    ts.forEachChild(node, visit);
  };
  const readType = (node: ts.InterfaceDeclaration | ts.ClassDeclaration) => {
    const owner = node.name?.text ?? '';
    const parent = node.heritageClauses?.[0]?.types[0]?.expression.getText();
    if (parent !== undefined && !parent.includes('.')) parents.push([owner, parent]);
    for (const member of node.members) {
      const name = member.name?.getText() ?? '';
      add(surface.members, owner, name);
      if (name !== 'on' || !(ts.isMethodDeclaration(member) || ts.isMethodSignature(member)))
        continue;
      const event = member.parameters[0]?.type?.getText() ?? '';
      add(surface.events, owner, event.replaceAll("'", ''));
    }
  };
  const readExports = (block: ts.ModuleBlock) => {
    for (const statement of block.statements) {
      if (ts.isClassDeclaration(statement)) surface.exports.add(statement.name?.text ?? '');
      if (!ts.isVariableStatement(statement)) continue;
      for (const { name } of statement.declarationList.declarations)
        surface.exports.add(name.getText());
    }
  };
  visit(parse(DECLARATIONS));
  for (const [child, parent] of parents)
    for (const names of [surface.members, surface.events])
      for (const name of names.get(parent.toLowerCase()) ?? []) add(names, child, name);
  return surface;
}

/** What is given to `strict(name, {…})` and `createEvents(name, […])`, and what index.ts exports. */
function readStandIn(): Surface {
  const surface: Surface = { members: new Map(), events: new Map(), exports: new Set() };
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.arguments[0] && ts.isStringLiteral(node.arguments[0])) {
      const [{ text: owner }, given] = node.arguments as unknown as [ts.StringLiteral, ts.Node];
      const called = node.expression.getText();
      if (called === 'strict' && ts.isObjectLiteralExpression(given))
        for (const property of given.properties) {
          const spread = ts.isSpreadAssignment(property) ? ['on', 'once', 'off'] : [];
          for (const name of property.name ? [property.name.getText()] : spread)
            add(surface.members, owner, name);
        }
      if (called === 'createEvents')
        for (const [, event = ''] of listOf(given, node).matchAll(/'([\w-]+)'/g))
          add(surface.events, owner, event);
    }
    ts.forEachChild(node, visit);
  };
  const files = readdirSync(STAND_IN).filter((name) => name.endsWith('.ts'));
  for (const file of files) visit(parse(path.join(STAND_IN, file)));
  for (const statement of parse(path.join(STAND_IN, 'index.ts')).statements) {
    if (ts.isExportDeclaration(statement) && statement.exportClause)
      for (const [name] of statement.exportClause.getText().matchAll(/\w+/g))
        surface.exports.add(name);
    if (ts.isVariableStatement(statement))
      for (const { name } of statement.declarationList.declarations)
        surface.exports.add(name.getText());
  }
  return surface;
}

/** The text of a list, also where it stands in a constant of its own. */
function listOf(given: ts.Node, from: ts.Node): string {
  if (!ts.isIdentifier(given)) return given.getText();
  const text = from.getSourceFile().text;
  return new RegExp(`const ${given.text} = (\\[[^\\]]*\\])`).exec(text)?.[1] ?? '';
}

function missingIn(documented: Names, names: Names): string[] {
  return [...names].flatMap(([owner, own]) =>
    [...own].filter((name) => !documented.get(owner)?.has(name)).map((name) => `${owner}.${name}`),
  );
}

const electron = readElectron();
const standIn = readStandIn();
// The bare module is an object of the preload's world and no type of its own.
standIn.members.delete('electron');

test('every member that the stand-in has is documented for its owner', () => {
  expect(missingIn(electron.members, standIn.members)).toEqual([]);
  expect(standIn.members.get('app')?.size).toBeGreaterThan(8);
  expect(standIn.members.size).toBeGreaterThan(14);
});

test('every event that the stand-in emits is documented for its owner', () => {
  expect(missingIn(electron.events, standIn.events)).toEqual([]);
  expect([...standIn.events.keys()].toSorted()).toEqual([
    'app',
    'browserwindow',
    'debugger',
    'session',
    'webcontents',
  ]);
});

test('the stand-in exports all that Electron exports to the main process, and nothing else', () => {
  expect([...standIn.exports].toSorted()).toEqual([...electron.exports].toSorted());
});
