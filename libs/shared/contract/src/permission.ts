/** All permissions. A route names one; a role maps to a set. */
export const PERMISSIONS = [
  'comments.read',
  'comments.export',
  'comments.remove',
  'comments.forget',
  'sources.read',
  'sources.write',
  'monitors.read',
  'monitors.write',
  'trends.read',
  'reports.read',
  'reports.write',
  'alerts.read',
  'alerts.write',
  'channels.read',
  'channels.write',
  'chat.ask',
  'documents.read',
  'documents.write',
  'labelling.read',
  'labels.correct',
  'evaluations.write',
  'roles.read',
  'roles.write',
  'workspace.read',
  'workspace.write',
  'members.write',
  'keys.write',
  'audit.read',
  'backups.write',
  'account.write',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const ROLES = ['owner', 'analyst', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

const VIEWER: readonly Permission[] = [
  'comments.read',
  'sources.read',
  'monitors.read',
  'trends.read',
  'reports.read',
  'alerts.read',
  'channels.read',
  'chat.ask',
  'documents.read',
  'labelling.read',
  'roles.read',
  'workspace.read',
  'account.write',
];

/** What each role may do. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  viewer: VIEWER,
  analyst: [
    ...VIEWER,
    'comments.export',
    'comments.remove',
    'sources.write',
    'monitors.write',
    'reports.write',
    'alerts.write',
    'documents.write',
    'labels.correct',
    'evaluations.write',
  ],
  owner: PERMISSIONS,
};
