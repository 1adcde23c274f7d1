const OPENING = '<think>';
const CLOSING = '</think>';

/** Leaves out the thoughts with which some models begin; what follows is passed on piece by piece. */
export class ThoughtFilter {
  private held = '';
  private state: 'beginning' | 'thinking' | 'answering' = 'beginning';

  /** @returns what may be shown of the text so far, besides what was returned before */
  push(piece: string): string {
    if (this.state === 'answering') return piece;
    this.held += piece;
    if (this.state === 'beginning') this.begin();
    if (this.state === 'thinking') this.endThought();
    return this.isAnswering() ? this.release() : '';
  }

  /** What is left when the text has ended: a beginning that might have become a thought. */
  end(): string {
    return this.state === 'thinking' ? '' : this.release();
  }

  private isAnswering(): boolean {
    return this.state === 'answering';
  }

  private begin(): void {
    const start = this.held.trimStart();
    if (start.startsWith(OPENING)) this.state = 'thinking';
    else if (start !== '' && !OPENING.startsWith(start)) this.state = 'answering';
  }

  private endThought(): void {
    const end = this.held.indexOf(CLOSING);
    if (end < 0) return;
    const answer = this.held.slice(end + CLOSING.length).trimStart();
    this.held = answer;
    // Blank lines between the thought and the answer may still come.
    if (answer !== '') this.state = 'answering';
    else this.held = CLOSING;
  }

  private release(): string {
    const text = this.held;
    this.held = '';
    return text;
  }
}
