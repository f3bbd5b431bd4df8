// Called by the .NET build (Widget.targets) and by `npm run build`. Plain Node: it must run before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { acquireLock } from './lock.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const stamps = resolve(process.argv[2] ?? join(root, 'node_modules/.stamps'));
const outputs = [resolve(root, '../wwwroot/widget/widget.js'), resolve(root, '../wwwroot/widget/demo/index.html')];

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`Node.js ${process.versions.node} is too old to build the chat widget. Install Node.js 20.19 or newer.`);
}

mkdirSync(stamps, { recursive: true });
const release = acquireLock(join(stamps, 'lock'));
try {
  const packages = fingerprint(['package.json', 'package-lock.json', '.npmrc', ...files('speech-stub')]);
  const installed = join(root, 'node_modules/.package-lock.json');
  if (!exists(installed) || !stamped('packages', packages)) {
    run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    stamp('packages', packages);
  }

  const sources = fingerprint([...files('src'), ...files('build'), ...files('speech-stub'), 'package-lock.json', 'tsconfig.json']);
  if (!outputs.every(exists) || !stamped('sources', sources)) {
    run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '--noEmit']);
    const { bundle } = await import('./bundle.mjs');
    await bundle(root);
    stamp('sources', sources);
  }
  writeFileSync(join(stamps, 'checked'), '');
} finally {
  release();
}

/** Contents, not times: a fresh checkout or a switched branch must neither rebuild nor miss a change. */
function fingerprint(paths) {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0]);
  for (const path of paths) hash.update(path).update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

function files(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

function exists(path) {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

function stamped(name, value) {
  const path = join(stamps, name);
  return exists(path) && readFileSync(path, 'utf8') === value;
}

function stamp(name, value) {
  writeFileSync(join(stamps, name), value);
}

function run(command, args) {
  // Windows starts npm through npm.cmd, which only a shell finds.
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' && command === 'npm' });
  if (result.error) fail(`${command} could not be started: ${result.error.message}. The chat widget needs Node.js 20.19 or newer with npm.`);
  if (result.status !== 0) {
    rmSync(join(stamps, 'checked'), { force: true });
    fail(`${[command, ...args].join(' ')} failed with exit code ${result.status}.`);
  }
}

function fail(message) {
  // The form in which MSBuild recognises an error.
  console.error(`widget : error WIDGET001: ${message}`);
  process.exit(1);
}
