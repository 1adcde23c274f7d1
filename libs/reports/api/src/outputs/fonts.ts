import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import type { ReportLanguage } from '@moodline/reports/contract';

/** Whole fonts (OFL 1.1). What neither of them has a sign for is shown as a box. */
const PACKAGES = {
  /** Latin, Greek, Cyrillic, kana and the Chinese characters of GB 18030, in the forms of mainland China. */
  SC: '@expo-google-fonts/noto-sans-sc',
  /** The same with the characters of JIS X 0213, in the forms of Japan. */
  JP: '@expo-google-fonts/noto-sans-jp',
} as const;

/** A typeface of the reports: Noto Sans SC or Noto Sans JP. */
export type FontFace = keyof typeof PACKAGES;
export const FONT_FACES: readonly FontFace[] = ['SC', 'JP'];

/** Where the two weights of each lie. */
export const REPORT_FONTS = { SC: weightsOf('SC'), JP: weightsOf('JP') } as const;
export type FontWeight = keyof (typeof REPORT_FONTS)['SC'];

/** The face whose characters people of a language know. */
export const faceOf = (language: ReportLanguage): FontFace => (language === 'ja' ? 'JP' : 'SC');

/** Fonts for readers whose programs choose by name: pages, mails. */
export const fontNames = (language: ReportLanguage): string =>
  language === 'ja'
    ? "'Hiragino Sans','Yu Gothic','Noto Sans JP',Meiryo"
    : "'Noto Sans SC','PingFang SC','Microsoft YaHei'";

function weightsOf(face: FontFace) {
  return {
    regular: fontFile(face, `400Regular/NotoSans${face}_400Regular.ttf`),
    bold: fontFile(face, `600SemiBold/NotoSans${face}_600SemiBold.ttf`),
  };
}

/** Not `createRequire`: the bundler takes that away. */
function fontFile(face: FontFace, name: string): string {
  const manifest = findPackageJSON(PACKAGES[face], __filename);
  if (!manifest) throw new Error(`The package ${PACKAGES[face]} is missing. Install the packages of Moodline again.`);
  return join(dirname(manifest), name);
}
