/** A table in Markdown under a title. The last column is as wide as it needs to be. */
export function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return `\n${title}\n\n${line(head)}\n|${head.map(() => '---').join('|')}|\n${rows.map(line).join('\n')}`;
}
