import type { ReportLanguage } from '@moodline/reports/contract';
import { fontNames } from './fonts';

/** The style of a report's page. It prints as it is shown; a chart is not cut. @param colour of the report, `#rrggbb` */
export const pageStyle = (colour: string, language: ReportLanguage): string => `
*{box-sizing:border-box}
body{margin:0;background:#fafaf8;color:#17191c;font:16px/1.5 Inter,${fontNames(language)},system-ui,sans-serif;overflow-wrap:anywhere}
main{max-width:760px;margin:0 auto;padding:24px 24px 48px;background:#fff;border-top:6px solid ${colour}}
header{margin-bottom:24px}
.logo{display:block;max-height:56px;max-width:220px;margin-bottom:16px}
.kind{margin:0;color:#5b6268;font-size:14px}
h1{margin:0 0 4px;font-size:28px;line-height:1.2}
h2{margin:32px 0 12px;padding-top:16px;border-top:1px solid #e4e6e8;font-size:20px;line-height:1.2}
.period{margin:0}.period span,.quiet,footer{color:#5b6268;font-size:14px}
.period span{display:block}
a{color:inherit;text-decoration:underline;text-decoration-color:#8a9199;text-underline-offset:3px}
a:focus-visible,.table:focus-visible,summary:focus-visible{outline:2px solid #2f55d4;outline-offset:2px}
.told{margin:0;padding-left:20px}.told li{margin:6px 0}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(130px,1fr));gap:12px;margin:0}
.figures div{padding:12px;border:1px solid #e4e6e8;border-radius:8px}
dt{color:#5b6268;font-size:14px}dd{margin:0}
.value{font-size:28px;font-weight:600;line-height:1.2;font-variant-numeric:tabular-nums}
.value a{text-decoration:none}
.note{color:#5b6268;font-size:13px}.note.good{color:#0b7a75}.note.bad{color:#c2410c}
figure{margin:0;break-inside:avoid}figcaption{margin-bottom:8px;font-weight:600}
svg{display:block;width:100%;height:auto}
summary{color:#5b6268;font-size:14px;cursor:pointer}
.table{overflow-x:auto;margin:12px 0}
table{width:100%;border-collapse:collapse;font-size:14px;font-variant-numeric:tabular-nums}
th,td{padding:6px 8px;border-bottom:1px solid #e4e6e8;text-align:left;vertical-align:top}
thead th{color:#5b6268;font-weight:400;overflow-wrap:normal}tbody th{font-weight:400;min-width:120px}
.number{text-align:right;white-space:nowrap}thead .number{white-space:normal}
tr{break-inside:avoid}
blockquote{margin:12px 0;padding:2px 0 2px 14px;border-left:3px solid #8a9199;break-inside:avoid}
blockquote.bad{border-color:#c2410c}blockquote.good{border-color:#0b7a75}
blockquote p{margin:0}
main>footer{margin-top:32px;padding-top:12px;border-top:1px solid #e4e6e8}main>footer p{margin:4px 0}
@media (max-width:680px){.figures{grid-template-columns:repeat(2,minmax(0,1fr))}}
@media print{body{background:#fff}main{max-width:none;padding:0}details{display:none}}
`;
