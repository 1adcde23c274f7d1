import { Injectable } from '@nestjs/common';
import { INTENTS, type Intent } from '@moodline/chat/contract';
import { LanguageModel, RolePrompts } from '@moodline/language-model/api';
import { ASKS_ROLE } from '../prompts/asks';
import type { QuestionLanguage } from './question-language';

/** What rules have found in the question, where the model alone may be wrong. */
export interface QuestionClues {
  readonly language: QuestionLanguage;
  /** Sources named. */
  readonly sources: number;
  /** Periods named. */
  readonly periods: number;
  readonly topic: string | null;
}

const OPTIONS = INTENTS.map((intent) => intent.toUpperCase());
/** Below this the model does not know what is asked: declining is better than answering something else. */
const LEAST_SURE = 0.4;
/** A request that is half "other" is not a question for help. */
const MOSTLY_OTHER = 0.3;
const OVERRIDE =
  /ignore (?:all |any |the |your |my )*(?:previous|prior|above|earlier|instructions?)|system prompt|jailbreak|忽略.{0,8}(?:指令|指示|提示|规则)|系统提示词|(?:指示|命令|ルール)を?.{0,6}無視|システムプロンプト/iu;

/** How many, and on which day: the line over time answers both, whatever the model takes them for. */
const COUNTS =
  /\bhow many\b|\bnumber of (?:comments|reviews|posts)\b|\bwhich (?:day|week)\b|\bwhat day\b|多少条|几条|有多少(?:评论|声量)|哪一?[天周]|何件|どの日|何日/iu;
/** Words of our own trade: a question with one of them is hardly about anything else … */
const OWN_WORDS =
  /\b(?:mood|sentiment|comments?|reviews?|negative|positive|feedback|complain\w*|getting (?:better|worse)|improv\w+)\b|口碑|情绪|评论|负面|正面|好评|差评|声量|吐槽|評判|感情|コメント|レビュー|口コミ|ネガティブ|ポジティブ/iu;
/** … unless it wants something made. */
const WANTS_WRITING =
  /\b(?:poem|story|song|joke|essay|code|script|translate|recipe)\b|诗|故事|歌|笑话|作文|代码|翻译|菜谱|詩|物語|歌詞|冗談|翻訳|コード/iu;

/** Tells what a question asks for: the model chooses, rules correct what they know better. */
@Injectable()
export class IntentReader {
  constructor(
    private readonly model: LanguageModel,
    private readonly roles: RolePrompts,
  ) {}

  async read(workspaceId: number, question: string, clues: QuestionClues, signal?: AbortSignal): Promise<Intent> {
    if (OVERRIDE.test(question)) return 'other';
    const role = await this.roles.active(workspaceId, ASKS_ROLE[clues.language]);
    const [chances] = await this.model.choose({
      role,
      texts: [question],
      options: OPTIONS,
      priority: 'interactive',
      signal,
    });
    if (!chances) return 'other';
    const intent = decide(chances, clues);
    if (WANTS_WRITING.test(question)) return intent;
    if (COUNTS.test(question) && (intent === 'quotes' || intent === 'other')) return 'trend';
    return intent === 'other' && OWN_WORDS.test(question) ? likeliestAnswered(chances) : intent;
  }
}

/** The best guess among what can be answered without a name in the question. */
function likeliestAnswered(chances: readonly number[]): Intent {
  const answered = ['trend', 'why', 'complaints', 'praise', 'source', 'quotes'] as const satisfies readonly Intent[];
  const chance = (intent: Intent) => chances[INTENTS.indexOf(intent)] ?? 0;
  return answered.reduce((best, intent) => (chance(intent) > chance(best) ? intent : best));
}

/** @param chances one per intent, in the order of {@link INTENTS} */
export function decide(chances: readonly number[], { sources, periods, topic }: QuestionClues): Intent {
  const ranked = INTENTS.map((intent, index) => ({ intent, chance: chances[index] ?? 0 })).sort(
    (a, b) => b.chance - a.chance,
  );
  const chance = (wanted: Intent) => ranked.find(({ intent }) => intent === wanted)?.chance ?? 0;
  const [first, second] = ranked;
  if (!first || first.chance < LEAST_SURE) return 'other';
  if (first.intent === 'help' && chance('other') > MOSTLY_OTHER) return 'other';
  if (sources >= 2 && (first.intent === 'source' || first.intent === 'trend')) return 'compare';
  if (periods >= 2 && first.intent === 'trend') return 'compare';
  // A question about a topic names it; where none is named, the next best guess is the better one.
  if (first.intent === 'topic' && !topic)
    return second && second.chance > 0.05 && second.intent !== 'other' ? second.intent : 'trend';
  return first.intent;
}
