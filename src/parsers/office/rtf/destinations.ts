/** Where the text of a group goes. */
export type Destination =
  | 'body'
  | 'skip'
  | 'fonts'
  | 'styles'
  | 'header'
  | 'footer'
  | 'note'
  | 'box'
  | 'marker'
  | 'info'
  | 'title'
  | 'author'
  | 'subject';

/** Control words that begin a group of another kind. What is marked with `\*` and not named here is skipped. */
export const DESTINATIONS: Readonly<Record<string, Destination>> = {
  fonttbl: 'fonts',
  stylesheet: 'styles',
  info: 'info',
  title: 'title',
  author: 'author',
  subject: 'subject',
  header: 'header',
  headerl: 'header',
  headerr: 'header',
  headerf: 'header',
  footer: 'footer',
  footerl: 'footer',
  footerr: 'footer',
  footerf: 'footer',
  footnote: 'note',
  listtext: 'marker',
  pntext: 'marker',
  shptxt: 'box',
  // What is said of a shape comes before its text.
  shpinst: 'body',
  ...Object.fromEntries(
    'colortbl filetbl pict object themedata colorschememapping datastore latentstyles listtable listoverridetable revtbl rsidtbl generator xmlnstbl mmathPr fldinst bkmkstart bkmkend annotation atnid atnauthor atnref shprslt nonshppict sp xe tc nesttableprops private formfield falt panose upr keywords comment operator company manager category doccomm hlinkbase creatim revtim printim buptim'
      .split(' ')
      .map((word): [string, Destination] => [word, 'skip']),
  ),
};

/** Control words that stand for a character. */
export const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  lbr: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  '~': ' ',
  _: '-',
  '\n': '\n',
};
