import { openSync, closeSync, readFileSync, rmSync, writeSync } from 'node:fs';

/** One build at a time, also across processes; a lock whose owner has died is taken over. */
export function acquireLock(path) {
  const started = Date.now();
  for (;;) {
    try {
      const file = openSync(path, 'wx');
      writeSync(file, String(process.pid));
      closeSync(file);
      const release = () => rmSync(path, { force: true });
      process.once('exit', release);
      return release;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (abandoned(path)) rmSync(path, { force: true });
      else if (Date.now() - started > 600_000) throw new Error(`Another widget build holds ${path} for ten minutes.`);
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
}

function abandoned(path) {
  try {
    const owner = Number(readFileSync(path, 'utf8'));
    if (owner > 0) process.kill(owner, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
