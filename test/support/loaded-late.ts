/**
 * What the Worker loads when it is first needed, loaded before any test. Of two requests that need it at the same moment the
 * runner of the tests hands one the other's promise, and with it the other's right to read and write: that request never
 * ends. The built Worker has them all in one file, and no promise is shared.
 */
import '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf';
import '../../src/parsers/image/parse-image';
import '../../src/parsers/pdf/parse-pdf';
import '../../src/parsers/pdf/pdf-parts';
