/** A module for `node --import` that kills the process right before it changes the disk for the nth time, counted from 0. */
export function killedBefore(nth: number): string {
  return moduleOf(`
    let left = ${nth};
    const watched = (api, name) => {
      const real = api[name];
      api[name] = (...args) => {
        if (left-- === 0) process.kill(process.pid, 'SIGKILL');
        return real(...args);
      };
    };
    for (const name of ['renameSync', 'mkdirSync', 'rmSync', 'chmodSync']) watched(fs, name);
    for (const name of ['rename', 'mkdir', 'rm', 'open']) watched(fs.promises, name);
  `);
}

/** A module for `node --import` on whose disks every file ends after its first half: there is no space for the rest. */
export function onFullDisk(): string {
  return moduleOf(`
    const full = () => Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', errno: -28, syscall: 'write' });
    const { open } = fs.promises;
    fs.promises.open = async (...args) => {
      const handle = await open(...args);
      handle.writeFile = async (text) => {
        await handle.write(text.slice(0, text.length / 2));
        throw full();
      };
      return handle;
    };
    fs.promises.writeFile = async (file, text) => {
      fs.writeFileSync(file, text.slice(0, text.length / 2));
      throw full();
    };
  `);
}

function moduleOf(code: string): string {
  const whole = `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module'; ${code} syncBuiltinESMExports();`;
  return `data:text/javascript,${encodeURIComponent(whole)}`;
}
