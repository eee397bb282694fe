import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

/** What a curl line prints when pasted into a shell. Where there is no curl, its words are obeyed here instead. */
export async function runCurlLine(line: string): Promise<string> {
  if (spawnSync('curl', ['--version']).status !== 0) return obey(line);
  const { status, stdout, stderr } = spawnSync('sh', ['-c', line], { encoding: 'utf8', cwd: '/' });
  if (status !== 0) throw new Error(`curl ended with ${status}: ${stderr}`);
  return stdout;
}

/** The shell splits the words; only the flags that the launcher prints are known. */
async function obey(line: string): Promise<string> {
  const words = spawnSync('sh', ['-c', `printf '%s\\n' ${line}`], { encoding: 'utf8' })
    .stdout.trimEnd()
    .split('\n');
  const headers = new Headers();
  const form = new FormData();
  let url = '';
  for (let index = 1; index < words.length; index++) {
    const word = words[index] ?? '';
    const argument = words[index + 1] ?? '';
    if (word === '-H') headers.append(...pair(argument, ': '));
    else if (word === '-F') {
      const [name, value] = pair(argument, '=');
      if (value.startsWith('@')) form.set(name, new File([await readFile(value.slice(1))], basename(value)));
      else form.set(name, value);
    } else if (word.startsWith('http')) url = word;
    if (word === '-H' || word === '-F') index++;
  }
  return (await fetch(url, { method: 'POST', headers, body: form })).text();
}

function pair(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return [text.slice(0, at), text.slice(at + separator.length)];
}
