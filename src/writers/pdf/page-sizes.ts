import { openPdf } from './open-pdf';
import { frameOf } from './page-frame';

/** Points of each page as it is displayed. Throws `WriteError`. */
export async function readPageSizes(bytes: Uint8Array): Promise<{ readonly width: number; readonly height: number }[]> {
  return (await openPdf(bytes)).getPages().map((page) => {
    const { width, height } = frameOf(page);
    return { width, height };
  });
}
