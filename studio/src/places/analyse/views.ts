// The questions of Analyse, in the order a person asks them.
import type { IconName } from '../../parts/icons';

export const views = ['flow', 'variants', 'funnel', 'channels', 'retention', 'customer'] as const;
export type ViewName = (typeof views)[number];
export const viewIcons: Record<ViewName, IconName> = { flow: 'flow', variants: 'lanes', funnel: 'funnel', channels: 'channels', retention: 'retention', customer: 'customer' };
