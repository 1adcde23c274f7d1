export { AccountsRepository } from './accounts.repository';
export * from './accounts.module';
export { SignIn } from './sign-in';
export { WorkspaceSettings } from './workspace-settings';
