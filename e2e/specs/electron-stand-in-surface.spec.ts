import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import ts from 'typescript';

const STAND_IN = path.resolve(import.meta.dirname, '../electron-stand-in');
const require = createRequire(import.meta.url);
const DECLARATIONS = path.join(path.dirname(require.resolve('electron/package.json')), 'electron.d.ts');

/** Every member of every interface, class and namespace of electron.d.ts, by the name of its owner. */
function readDocumented(): { members: Map<string, Set<string>>; events: Map<string, Set<string>> } {
  const members = new Map<string, Set<string>>();
  const events = new Map<string, Set<string>>();
  const add = (map: typeof members, owner: string, name: string) =>
    map.set(owner.toLowerCase(), (map.get(owner.toLowerCase()) ?? new Set()).add(name));
  const visit = (node: ts.Node): void => {
    if (ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node))
      for (const member of node.members) {
        const name = member.name?.getText();
        if (name === undefined || node.name === undefined) continue;
        add(members, node.name.text, name);
        const [event] = ts.isMethodDeclaration(member) || ts.isMethodSignature(member) ? member.parameters : [];
        const text = event?.type?.getText();
        if (name === 'on' && text !== undefined) add(events, node.name.text, text.slice(1, -1));
      }
    if (ts.isModuleDeclaration(node) && node.name.text === 'Main' && node.body && ts.isModuleBlock(node.body))
      for (const statement of node.body.statements) {
        if (ts.isVariableStatement(statement))
          for (const { name } of statement.declarationList.declarations) add(members, 'Main', name.getText());
        if (ts.isClassDeclaration(statement) && statement.name) add(members, 'Main', statement.name.text);
      }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('electron.d.ts', readFileSync(DECLARATIONS, 'utf8'), ts.ScriptTarget.ESNext, true));
  return { members, events };
}
