import { DOCUMENT } from '@angular/common';
import { effect, inject } from '@angular/core';
import { HeldPermissions } from '@moodline/shared/ui/start';
import { CONVERSATIONS_KEY } from './conversations-key';

/**
 * Forgets the kept conversations when their owner signs out, whether the panel was open or not. Those that the panel holds are cleared
 * by the ConversationStore; called once at the start of the app.
 */
export function forgetConversations(): void {
  const permissions = inject(HeldPermissions);
  const window = inject(DOCUMENT).defaultView;
  let mayAsk = false;
  effect(() => {
    const might = mayAsk;
    mayAsk = permissions.has('chat.ask');
    if (might && !mayAsk) window?.sessionStorage.removeItem(CONVERSATIONS_KEY);
  });
}
