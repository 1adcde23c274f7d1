export { AccountsRepository } from './accounts.repository';
export * from './accounts.module';
export { FirstOwner } from './first-owner';
export { SignIn } from './sign-in';
export { WorkspaceSettings } from './workspace-settings';
