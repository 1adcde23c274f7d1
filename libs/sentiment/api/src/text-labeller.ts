import { Injectable } from '@nestjs/common';
import { detectLanguage, maskPersonalData } from '@moodline/comments/api';
import { LanguageModel } from '@moodline/language-model/api';
import type { Language } from '@moodline/shared/contract';
import { askLabels, readsByHead } from './ask-labels';
import { calibrationOf } from './calibration/calibration';
import { decide, decideByRule, textForModel, type LabelDecision } from './label-decision';
import { LabelVersions } from './roles/label-versions.repository';

/** A text as it would be labelled as a comment. */
export interface LabelledText {
  readonly language: Language;
  /** What was settled without the model. */
  readonly byRule: boolean;
  readonly decision: LabelDecision;
}

/** What was asked for the labels of some texts. `read` are those that the model read. */
export interface TextLabels {
  readonly texts: readonly LabelledText[];
  readonly read: readonly string[];
  readonly asked: {
    readonly role: string;
    readonly version: number;
    readonly system: string;
    readonly kind: 'prompt' | 'head';
    readonly model: string;
  };
}

/** Labels texts that are no comments, by the same rules, version and calibration. Nothing is stored. */
@Injectable()
export class TextLabeller {
  constructor(
    private readonly versions: LabelVersions,
    private readonly model: LanguageModel,
  ) {}

  /** @throws what the model throws, see {@link LanguageModel} */
  async label(workspaceId: number, texts: readonly string[], signal: AbortSignal): Promise<TextLabels> {
    const role = await this.versions.inForce(workspaceId);
    const model = this.model.inForce('label');
    const name = model.status().model;
    const known = texts.map((text) => {
      const language = detectLanguage(text);
      return { text, language, rule: decideByRule(text, language) };
    });
    const open = known.filter(({ rule }) => !rule);
    const read = open.map(({ text }) => textForModel(maskPersonalData(text)));
    const answers = read.length ? await askLabels(model, role, { texts: read, priority: 'interactive', signal }) : [];
    const labelled = known.map((one): LabelledText => {
      const { language, rule } = one;
      const answer = answers[open.indexOf(one)] ?? null;
      return {
        ...{ language, byRule: rule !== null },
        decision: rule ?? decide(answer, calibrationOf(role.calibration, name, language)),
      };
    });
    const kind = readsByHead(model, role) ? 'head' : 'prompt';
    return {
      texts: labelled,
      read,
      asked: { role: role.name, version: role.version, system: role.system, kind, model: name },
    };
  }
}
