import { expect, test } from 'vitest';
import { disposition } from '../../../../src/http/llamacloud/signed-url';

test.each([
  ['a b.pdf', 'a b.pdf', 'a%20b.pdf'],
  ['Rechnung März.pdf', 'Rechnung M_rz.pdf', 'Rechnung%20M%C3%A4rz.pdf'],
  ['../../etc/passwd', '.._.._etc_passwd', '.._.._etc_passwd'],
  ['..\\..\\x.pdf', '.._.._x.pdf', '.._.._x.pdf'],
  ['C:\\x.pdf', 'C:_x.pdf', 'C%3A_x.pdf'],
  ['..', '_', '_'],
  ['', '_', '_'],
  ['a\0.pdf', 'a_.pdf', 'a_.pdf'],
  ['a\r\nX-Injected: yes', 'a__X-Injected: yes', 'a__X-Injected%3A%20yes'],
  ['a"; filename="b', 'a_; filename=_b', 'a%22%3B%20filename%3D%22b'],
  ['\u202efdp.exe', '_fdp.exe', '_fdp.exe'],
  ['\ud800.txt', '_.txt', '%EF%BF%BD.txt'],
])('a download of %j is named without a path, a header or a turn in it', (name, plain, full) => {
  expect(disposition(name)).toBe(`attachment; filename="${plain}"; filename*=UTF-8''${full}`);
});
