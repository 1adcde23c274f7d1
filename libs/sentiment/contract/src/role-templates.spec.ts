import { newRoleSchema } from './roles';
import { ROLE_TEMPLATES, TEMPLATE_KEYS, TRIAL_TEXTS } from './role-templates';

const LANGUAGES = ['zh', 'en', 'ja'] as const;

describe('templates of roles', () => {
  it.each(LANGUAGES)('make a role that can be kept (%s)', (language) => {
    for (const { key, task, system, options } of ROLE_TEMPLATES) {
      const role = { title: key, language, task, system: system[language], options: options?.[language] };
      expect(newRoleSchema.safeParse(role).success).toBe(true);
    }
  });

  it('are all named once', () => expect(ROLE_TEMPLATES.map(({ key }) => key)).toEqual([...TEMPLATE_KEYS]));

  it.each(LANGUAGES)('are tried on ten different texts (%s)', (language) =>
    expect(new Set(TRIAL_TEXTS[language]).size).toBe(10),
  );
});
