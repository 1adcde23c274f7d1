import { createRequire } from 'node:module';

/**
 * Noto Sans SC as whole fonts (OFL 1.1): Latin, Greek, Cyrillic, kana and the Chinese characters of GB 18030. What it has no sign for is
 * shown as a box.
 */
const FONT_PACKAGE = '@expo-google-fonts/noto-sans-sc';
const resolve = createRequire(__filename).resolve;

/** Where the two weights of the reports lie. */
export const REPORT_FONTS = {
  regular: resolve(`${FONT_PACKAGE}/400Regular/NotoSansSC_400Regular.ttf`),
  bold: resolve(`${FONT_PACKAGE}/600SemiBold/NotoSansSC_600SemiBold.ttf`),
} as const;
