// Several maps of one workspace: the portfolio, the pictures of several maps, and checks that no unreadable map stops.
import test from 'node:test';
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run, json, workFolder, root } from './program.mjs';

function jeweller(t) {
  const folder = path.join(workFolder(t), 'w');
  cpSync(path.join(root, 'examples', 'jeweller'), folder, { recursive: true });
  return folder;
}

test('the portfolio lists all maps, those that need attention first', (t) => {
  const folder = jeweller(t);
  const portfolio = json(['-C', folder, 'portfolio', '--as-of', '2026-11-22']);
  assert.equal(portfolio.today, '2026-11-22');
  assert.equal(portfolio.version, 1);
  assert.deepEqual(portfolio.maps.map((map) => map.id).sort(), ['appointment', 'checkout', 'resizing', 'ring', 'ring_target']);
  const attention = portfolio.maps.map((map) => map.attention);
  assert.deepEqual(attention, [...attention].sort((a, b) => b - a));
  const checkout = portfolio.maps.find((map) => map.id === 'checkout');
  assert.deepEqual(checkout.personas, [{ id: 'thomas', name: 'Thomas, 29 ans' }]);
  assert.equal(checkout.actions.open, 2);
  assert.equal(checkout.reviewed, '2026-10-12');
  assert.equal(checkout.data, null);
  assert.equal(checkout.worst_friction.id, 'size_unknown'); // no figures: the highest expected drop-off
  assert.equal(portfolio.maps.find((map) => map.id === 'resizing').reviewed, null);
  assert.ok(portfolio.maps.find((map) => map.id === 'resizing').reasons.includes('stale'));
  assert.equal(portfolio.maps.find((map) => map.id === 'appointment').reviewed_days, 418); // 30 September 2025 to 22 November 2026
  assert.equal(portfolio.maps.find((map) => map.id === 'checkout').actions.overdue, 1); // due on 10 November
});

test('with events, each map is measured and says the window of its data', (t) => {
  const folder = jeweller(t);
  assert.equal(run(['-C', folder, 'simulate', 'checkout', '--customers', '300', '--seed', '3', '--import']).code, 0);
  const checkout = json(['-C', folder, 'portfolio']).maps.find((map) => map.id === 'checkout');
  const measured = json(['-C', folder, 'measure', 'checkout']);
  assert.equal(checkout.data.customers, measured.customers);
  assert.equal(checkout.data.synthetic, true);
  assert.match(checkout.data.since, /^\d{4}-\d\d-\d\d$/);
  assert.ok(checkout.coverage.measured > 0);
  assert.equal(json(['-C', folder, 'portfolio', '--no-events']).maps.every((map) => map.data === null), true);
});

test('every form of the portfolio is written', (t) => {
  const folder = jeweller(t);
  for (const form of ['svg', 'png', 'pdf', 'html', 'csv', 'json']) {
    const file = path.join(folder, 'p.' + form);
    const { code, err } = run(['-C', folder, 'portfolio', '-o', file]);
    assert.equal(code, 0, err);
    assert.ok(statSync(file).size > 500, form);
  }
  const csv = readFileSync(path.join(folder, 'p.csv'), 'utf8').trim().split('\n');
  assert.equal(csv.length, 6);
  assert.ok(csv.every((line) => line.replace(/"[^"]*"/g, '').split(',').length === csv[0].split(',').length));
  const html = readFileSync(path.join(folder, 'p.html'), 'utf8');
  assert.match(html, /<table id="portfolio-table">/);
  assert.match(html, /id="map-checkout"/);
  const { code, err } = run(['-C', folder, '--lang', 'en', 'portfolio', '-o', path.join(folder, 'p.docx')]);
  assert.equal(code, 2);
  assert.match(err, /\.svg \.png \.pdf \.html/);
});

test('maps that cannot be read are told and stop neither the portfolio nor the check', (t) => {
  const folder = jeweller(t);
  mkdirSync(path.join(folder, 'maps', 'a_folder.yaml'));
  writeFileSync(path.join(folder, 'maps', 'broken.yaml'), 'parcours: 1\ntitle: [\n');
  writeFileSync(path.join(folder, 'maps', 'huge.yaml'), '#'.repeat(5 << 20));
  const done = run(['-C', folder, '--json', 'portfolio']);
  assert.equal(done.code, 1);
  const portfolio = JSON.parse(done.out);
  assert.equal(portfolio.maps.length, 5);
  assert.deepEqual(portfolio.unreadable.map((map) => map.id), ['a_folder', 'broken', 'huge']);
  for (const map of portfolio.unreadable) assert.ok(map.problems.length >= 1 && map.problems[0].message, map.id);
  const told = run(['-C', folder, '--lang', 'en', 'portfolio']);
  assert.match(told.out, /^3 maps cannot be read\. Look first at/);
  assert.match(told.err, /broken\.yaml:\d+:\d+: error\[yaml-syntax\]/);

  const checked = run(['-C', folder, '--json', 'check']);
  assert.equal(checked.code, 1);
  const reports = JSON.parse(checked.out).maps;
  assert.equal(reports.length, 8);
  for (const id of ['a_folder', 'broken', 'huge']) assert.equal(reports.find((report) => report.map === id).findings[0].severity, 'error', id);
  assert.ok(reports.find((report) => report.map === 'checkout').score);
  assert.equal(run(['-C', folder, 'check', 'no_such_map']).code, 2);
});

test('pictures of several maps are written in every form, in both languages', (t) => {
  const folder = jeweller(t);
  const pages = [['--as', 'overview'], ['--as', 'stakeholders'], ['--as', 'impact'], ['--persona', 'thomas']];
  for (const lang of ['fr', 'en'])
    for (const page of pages)
      for (const form of ['svg', 'png', 'pdf', 'html']) {
        const file = path.join(folder, 'page.' + form);
        const { code, err } = run(['-C', folder, '--lang', lang, 'draw', ...page, '-o', file]);
        assert.equal(code, 0, page.join(' ') + ' ' + err);
        assert.ok(statSync(file).size > 2000);
        if (form === 'html') assert.match(readFileSync(file, 'utf8'), /<table id="(overview|stakeholders|impact|persona)-table">/);
      }
});

test('the overview shows which map opens which, and links to their pictures', (t) => {
  const folder = jeweller(t);
  const file = path.join(folder, 'out', 'overview.svg');
  assert.equal(run(['-C', folder, 'draw', '--as', 'overview', '--with-maps', '-o', file]).code, 0);
  const svg = readFileSync(file, 'utf8');
  for (const id of ['ring', 'checkout', 'appointment', 'resizing', 'ring_target']) {
    assert.match(svg, new RegExp(`<a href="${id}\\.svg">\\s*<g id="map-${id}"`));
    assert.ok(statSync(path.join(folder, 'out', id + '.svg')).size > 2000);
  }
  assert.equal((svg.match(/class="opens"/g) ?? []).length, 3);
  assert.match(readFileSync(path.join(folder, 'out', 'ring.svg'), 'utf8'), /<a href="checkout\.svg">/);
  // One map and those it opens.
  assert.equal(run(['-C', folder, 'draw', 'checkout', '--as', 'overview', '-o', file]).code, 0);
  assert.doesNotMatch(readFileSync(file, 'utf8'), /id="map-ring"/);
});

test('a map that is not there and a circle of maps are found', (t) => {
  const folder = jeweller(t);
  const ring = path.join(folder, 'maps', 'ring.yaml'), checkout = path.join(folder, 'maps', 'checkout.yaml');
  writeFileSync(ring, readFileSync(ring, 'utf8').replace('opens: resizing', 'opens: resizin'));
  writeFileSync(checkout, readFileSync(checkout, 'utf8').replace('    objective: convert\n', '    objective: convert\n    opens: ring\n'));
  const findings = json(['-C', folder, '--lang', 'en', 'check', '--no-events']).maps.flatMap((map) => map.findings);
  const missing = findings.filter((finding) => finding.code === 'opens-missing-map');
  assert.equal(missing.length, 1);
  assert.match(missing[0].hint, /resizing/);
  const circles = findings.filter((finding) => finding.code === 'opens-in-circle').map((finding) => finding.message);
  assert.deepEqual(circles.sort(), ['the maps open each other in a circle: checkout → ring → checkout', 'the maps open each other in a circle: ring → checkout → ring']);
  assert.equal(run(['-C', folder, 'draw', '--as', 'overview', '-o', path.join(folder, 'o.svg')]).code, 0);
});

test('what cannot be asked of a picture of several maps is said', (t) => {
  const folder = jeweller(t);
  const said = (...args) => {
    const { code, err } = run(['-C', folder, '--lang', 'en', 'draw', ...args]);
    assert.equal(code, 2, args.join(' '));
    return err;
  };
  assert.match(said('--as', 'nothing'), /overview/);
  assert.match(said('--as', 'overview', '--personas'), /one picture at a time/);
  assert.match(said('--persona', 'tomas'), /thomas/);
  assert.match(said('--as', 'impact', '--lanes', 'river'), /takes no lanes/);
  assert.match(said('--as', 'overview', '--with-maps', '-o', path.join(folder, 'o.png')), /\.svg or \.html/);
});

test('what changes from the current map to the target is drawn, whichever is named first', (t) => {
  const folder = jeweller(t);
  const file = (form) => path.join(folder, 'changes.' + form);
  const draw = (...args) => run(['-C', folder, '--lang', 'en', 'draw', ...args]);
  assert.equal(draw('ring', '--against', 'ring_target', '-o', file('svg')).code, 0);
  const svg = readFileSync(file('svg'), 'utf8');
  assert.equal(draw('ring_target', '--against', 'ring', '-o', file('svg')).code, 0);
  assert.equal(readFileSync(file('svg'), 'utf8'), svg);
  // By hand, from the two files: sizer, engraving and cleaning are new, resize is gone, card has moved.
  for (const [id, kind] of [['sizer', 'added'], ['engraving', 'added'], ['cleaning', 'added'], ['resize', 'removed'], ['card', 'moved'], ['post', 'changed'], ['ring_page', 'changed'], ['paid', 'changed']])
    assert.match(svg, new RegExp(`id="tp-${id}" class="touchpoint ${kind}"`), id);
  for (const id of ['search', 'cart']) assert.match(svg, new RegExp(`id="tp-${id}" class="touchpoint"`), id);
  for (const id of ['no_price', 'no_scale', 'silent_year']) assert.match(svg, new RegExp(`id="friction-${id}" class="friction \\w+ removed"`), id);
  for (const form of ['png', 'pdf', 'html']) {
    const { code, err } = draw('ring', '--as', 'diff', '--against', path.join(folder, 'maps', 'ring_target.yaml'), '-o', file(form));
    assert.equal(code, 0, err);
    assert.ok(statSync(file(form)).size > 2000, form);
  }
  assert.match(readFileSync(file('html'), 'utf8'), /<table id="changes-table">/);
  const refused = [[['ring', '--as', 'diff'], /against which map/], [['ring', '--against', 'rign'], /ring/], [['ring', '--against', 'ring_target', '--measured'], /without --measured/],
    [['ring', '--against', 'ring_target', '--personas'], /one picture at a time/], [['ring', '--against', 'ring_target', '-o', file('pptx')], /\.svg \.png \.pdf \.html/]];
  for (const [args, words] of refused) {
    const { code, err } = draw(...args);
    assert.equal(code, 2, args.join(' '));
    assert.match(err, words, args.join(' '));
  }
});

test('a brand font that cannot be used is said at its place, and the picture is drawn all the same', (t) => {
  const folder = jeweller(t);
  const settings = path.join(folder, 'parcours.yaml'), plain = readFileSync(settings, 'utf8');
  const said = (font) => {
    writeFileSync(settings, plain + `brand: {font: ${font}}\n`);
    const file = path.join(folder, 'o.svg');
    const { code, err } = run(['-C', folder, '--lang', 'en', 'draw', 'checkout', '-o', file]);
    assert.equal(code, 0, err);
    assert.ok(statSync(file).size > 2000);
    return err;
  };
  const line = plain.split('\n').length;
  assert.match(said('fonts/Maison.ttf'), new RegExp(`parcours\\.yaml:${line}:15: warning\\[font\\]: font fonts/Maison\\.ttf: there is no such file in the workspace`));
  writeFileSync(path.join(folder, 'web.woff2'), 'wOF2 and the rest');
  assert.match(said('web.woff2'), /font web\.woff2: this is a web font: give the same as \.ttf or \.otf/);
  writeFileSync(path.join(folder, 'text.ttf'), 'no font');
  assert.match(said('text.ttf'), /this is not a TrueType or OpenType font/);
  assert.match(said('../outside.ttf'), /there is no such file|leads out of the workspace/);
  assert.doesNotMatch(said('Georgia'), /warning/);
  writeFileSync(settings, plain + 'brand: {font: text.ttf}\n');
  assert.match(run(['-C', folder, '--lang', 'en', 'check', 'checkout', '--no-events']).out + run(['-C', folder, '--lang', 'en', 'check', 'checkout', '--no-events']).err, /warning\[font\]/);
});
