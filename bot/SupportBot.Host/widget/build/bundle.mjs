import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'vite';

/**
 * Two bundles: the chat first (its name carries its hash), then the launcher, which is told that name.
 * The launcher stands alone in one classic script, so that a site needs one plain script tag.
 */
export async function bundle(root) {
  const wwwroot = resolve(root, '../wwwroot');
  const work = join(root, 'node_modules/.bundle');
  rmSync(work, { recursive: true, force: true });

  const common = {
    root, configFile: false, logLevel: 'warn', publicDir: false,
    define: {
      global: 'globalThis',
      'process.env.NODE_ENV': '"production"',
      'process.env.npm_package_version': '"0.15.5"',
    },
  };
  const output = { target: 'es2022', modulePreload: false, emptyOutDir: false, chunkSizeWarningLimit: 4000 };

  await build({
    ...common,
    build: {
      ...output, outDir: join(work, 'widget'),
      rolldownOptions: {
        input: join(root, 'src/chat/main.ts'),
        preserveEntrySignatures: 'strict',
        output: { format: 'es', entryFileNames: 'chat-[hash].js', chunkFileNames: 'chat-[name]-[hash].js', codeSplitting: false },
      },
    },
  });
  const chat = readdirSync(join(work, 'widget')).find(name => /^chat-.*\.js$/.test(name));

  await script('src/launcher/main.ts', 'widget', 'widget.js', { CHAT_FILE: JSON.stringify(`widget/${chat}`) });
  await script('src/demo/main.ts', 'widget/demo', 'demo.js', {});
  for (const name of ['index.html', 'demo.css']) {
    writeFileSync(join(work, 'widget/demo', name), readFileSync(join(root, 'src/demo', name)));
  }

  compress(join(work, 'widget'));
  compress(join(work, 'widget/demo'));
  replaceFolder(join(work, 'widget'), join(wwwroot, 'widget'));

  function script(input, folder, file, define) {
    return build({
      ...common,
      define: { ...common.define, ...define },
      build: {
        ...output, outDir: join(work, folder),
        // Library mode leaves `import()` as it is written.
        lib: { entry: join(root, input), formats: ['iife'], name: 'SupportBotScript', fileName: () => file },
      },
    });
  }
}

function compress(folder) {
  for (const { name } of readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isFile())) {
    const bytes = readFileSync(join(folder, name));
    writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
  }
}

/** A host that runs meanwhile sees the old files or the new ones, never half of each. */
function replaceFolder(from, to) {
  mkdirSync(join(to, '..'), { recursive: true });
  const old = `${from}-old`;
  try {
    renameSync(to, old);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  renameSync(from, to);
  rmSync(old, { recursive: true, force: true });
}
