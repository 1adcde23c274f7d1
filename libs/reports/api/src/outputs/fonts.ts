import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * Noto Sans SC as whole fonts (OFL 1.1): Latin, Greek, Cyrillic, kana and the Chinese characters of GB 18030. What it has no sign for is
 * shown as a box.
 */
const FONT_PACKAGE = '@expo-google-fonts/noto-sans-sc';

/** Where the two weights of the reports lie. */
export const REPORT_FONTS = {
  regular: fontFile('400Regular/NotoSansSC_400Regular.ttf'),
  bold: fontFile('600SemiBold/NotoSansSC_600SemiBold.ttf'),
} as const;

/** Not `createRequire`: the bundler takes that away. */
function fontFile(name: string): string {
  const manifest = findPackageJSON(FONT_PACKAGE, __filename);
  if (!manifest) throw new Error(`The package ${FONT_PACKAGE} is missing. Install the packages of Moodline again.`);
  return join(dirname(manifest), name);
}
