// Cohorts: who comes back, period after period.
import { sayIn } from '../../../base/texts';
import { cohortsScene } from '../../../charts/cohorts';
import { barePercent, count, numbers, share, shares, showShare, words, type Column } from '../../../charts/table';
import { answerTo, type Context, type Drawn } from '../drawn';

const kCohortsDrawn = 24;

// "12 Oct 2026"; of months "Oct 2026".
export function cohortName(start: string, every: string, lang: string): string {
  const month = { month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', every === 'month' ? month : { ...month, day: 'numeric' }).format(new Date(`${start}T00:00:00Z`));
}

export function retentionDrawn(context: Context): Drawn | null {
  const { lang, chosen } = context;
  const answer = answerTo('retention', context.answered.answer);
  if (!answer) return null;
  const say = (key: string, args = {}): string => sayIn(lang, key, args);
  const rows = answer.cohorts.map((cohort) => ({ ...cohort, name: cohortName(cohort.start, chosen.every, lang) }));
  const drawn = rows.slice(-kCohortsDrawn);
  const periods = Math.max(0, ...answer.cohorts.map((cohort) => cohort.cells.length));
  const next = answer.mean[1];
  const columns: Column[] = Array.from({ length: periods }, (_, k) => shares(`+${k}`, `period_${k}`));
  return {
    sentence: next && next.n > 0 ? say('studio.analyse.retention.back', { share: barePercent(next, lang), period: say(`studio.analyse.retention.${chosen.every}`) }) : say('studio.analyse.retention.early'),
    scene: rows.length > 0 ? cohortsScene(drawn, answer.mean, lang, context.width) : null,
    table: {
      caption: say('studio.analyse.view.retention'),
      columns: [words(say('studio.analyse.retention.cohort'), 'cohort'), numbers(say('studio.analyse.customers'), 'size'), ...columns],
      rows: rows.map((row) => [
        { shown: row.name, raw: [row.start] },
        count(row.size, lang),
        ...columns.map((_, k) => {
          const cell = row.cells[k];
          if (!cell) return { shown: '', raw: [null, null, null, null] };
          return cell.over ? share(cell.active_share, lang) : { shown: `(${cell.n})`, raw: [null, null, null, row.size] };
        }),
      ]),
    },
    notes: [...(drawn.length < rows.length ? [say('studio.analyse.retention.latest', { n: drawn.length, all: rows.length })] : []), ...(answer.repurchase ? [say('studio.analyse.retention.purchase', { share: showShare(answer.repurchase.share, lang) })] : [])],
    legend: [{ tone: 'quiet', text: say('studio.analyse.legend.running'), hatched: true }],
    figures: ['size', 'active_share', 'mean'],
    listed: (id) => {
      const row = drawn[Number(id.replace('cohort-', ''))];
      return row ? { title: say('studio.analyse.list.of_cohort', { name: row.name }), day: row.start } : null;
    },
  };
}
