import type { Ports } from './ports';
import type { Caller } from './records';
import type { Page, ShelfWindow } from './shelf';
import type { TemplateRecord } from './template';

export const listTemplates = (
  ports: Ports,
  { accountId }: Caller,
  window: ShelfWindow,
): Promise<Page<TemplateRecord>> => ports.templates.list(accountId, accountId, window);
