/// The script of the page: filters, ticks that stay in the browser, theme and print.
///
/// The page says everything without it. It asks nothing of any server and builds no markup from text.
enum HTMLScript {
  static let markup: HTML = """

    (function () {
      'use strict';
      var root = document.documentElement;
      function all(selector, inside) { return Array.from((inside || document).querySelectorAll(selector)); }
      function one(selector) { return document.querySelector(selector); }
      function on(name, handler) {
        all('[data-action="' + name + '"]').forEach(function (element) {
          element.addEventListener(element.type === 'file' ? 'change' : 'click', handler);
        });
      }
      all('[data-needs-script], .tools').forEach(function (element) { element.hidden = false; });

      // Storage can be forbidden; then everything lasts as long as the page.
      function load(key) {
        try { return JSON.parse(localStorage.getItem(key)); } catch (error) { return null; }
      }
      function save(key, value) {
        try {
          if (value === null) { localStorage.removeItem(key); return; }
          localStorage.setItem(key, JSON.stringify(value));
        } catch (error) { return; }
      }

      // Ticks
      var ticksKey = 'chatsunset:ticks:' + root.dataset.report;
      var boxes = all('[data-tick]');
      var ticks = {};
      function isObject(value) { return value !== null && typeof value === 'object' && !Array.isArray(value); }
      function take(values) {
        var known = 0;
        boxes.forEach(function (box) {
          var id = box.dataset.tick;
          if (Object.prototype.hasOwnProperty.call(values, id) && typeof values[id] === 'boolean') {
            ticks[id] = values[id];
            box.checked = values[id];
            known += 1;
          }
        });
        return known;
      }
      function showProgress() {
        var steps = boxes.filter(function (box) { return !('aside' in box.dataset); });
        var done = steps.filter(function (box) { return box.checked; }).length;
        var bar = one('#progress');
        if (!bar) { return; }
        bar.value = done;
        one('[data-progress]').textContent = done + ' of ' + steps.length;
      }
      function tell(text) { var line = one('[data-tick-status]'); if (line) { line.textContent = text; } }
      var stored = load(ticksKey);
      if (isObject(stored)) { take(stored); }
      showProgress();
      boxes.forEach(function (box) {
        box.addEventListener('change', function () {
          ticks[box.dataset.tick] = box.checked;
          save(ticksKey, ticks);
          showProgress();
        });
      });
      on('export-ticks', function () {
        var values = {};
        boxes.forEach(function (box) { values[box.dataset.tick] = box.checked; });
        var value = { format: 'chatsunset-ticks', version: 1, report: root.dataset.report, ticks: values };
        var text = JSON.stringify(value, null, 2);
        var link = document.createElement('a');
        link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
        link.download = 'chatsunset-ticks.json';
        link.click();
        setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
        tell('Ticks exported.');
      });
      on('import-ticks', function (event) {
        var input = event.target;
        if (!input.files.length) { return; }
        input.files[0].text().then(function (text) {
          var value = JSON.parse(text);
          if (!isObject(value) || value.format !== 'chatsunset-ticks' || !isObject(value.ticks)) {
            throw new Error();
          }
          var count = take(value.ticks);
          save(ticksKey, ticks);
          showProgress();
          var given = Object.keys(value.ticks).length;
          tell(count + ' of ' + given + ' ticks belong to this report and were taken.');
        }).catch(function () {
          tell('This file holds no exported ticks.');
        }).then(function () { input.value = ''; });
      });
      on('reset-ticks', function () {
        ticks = {};
        save(ticksKey, null);
        boxes.forEach(function (box) { box.checked = box.defaultChecked; });
        showProgress();
        tell('Ticks are as in the report.');
      });

      // Filters
      var fields = all('[data-filter]');
      var findings = all('.finding');
      var rules = all('.rule').map(function (element) {
        return {
          element: element,
          findings: all('.finding', element),
          count: element.querySelector('[data-count]'),
          title: element.querySelector('summary').textContent.toLowerCase()
        };
      });
      var groups = all('[data-group]');
      function filter() {
        var wanted = {};
        fields.forEach(function (field) { wanted[field.dataset.filter] = field.value; });
        var words = (wanted.text || '').toLowerCase().split(/\\s+/).filter(Boolean);
        var isActive = fields.some(function (field) { return field.value !== ''; });
        var shown = 0;
        var open = [];
        rules.forEach(function (rule) {
          var hits = 0;
          rule.findings.forEach(function (finding) {
            var data = finding.dataset;
            var fits = ['class', 'surface', 'component', 'owner'].every(function (name) {
              return !wanted[name] || data[name] === wanted[name];
            });
            if (fits && words.length) {
              var text = rule.title + ' ' + finding.textContent.toLowerCase();
              fits = words.every(function (word) { return text.indexOf(word) >= 0; });
            }
            finding.hidden = !fits;
            if (fits) { hits += 1; }
          });
          rule.element.hidden = hits === 0;
          var total = rule.findings.length;
          rule.count.textContent = hits === total ? String(hits) : hits + ' of ' + total;
          if (hits) { open.push(rule.element); }
          shown += hits;
        });
        groups.forEach(function (group) { group.hidden = !group.querySelector('.rule:not([hidden])'); });
        // A few hits are shown at once; many would bury the page.
        if (isActive && shown <= 20) { open.forEach(function (element) { element.open = true; }); }
        var status = isActive ? shown + ' of ' + findings.length + ' findings shown.' : '';
        one('[data-filter-status]').textContent = status;
      }
      var timer;
      fields.forEach(function (field) {
        field.addEventListener('input', function () { clearTimeout(timer); timer = setTimeout(filter, 120); });
      });
      all('.filters').forEach(function (form) {
        form.addEventListener('submit', function (event) { event.preventDefault(); filter(); });
      });
      on('clear-filters', function () { fields.forEach(function (field) { field.value = ''; }); filter(); });
      function setOpen(isOpen) {
        rules.forEach(function (rule) { if (!rule.element.hidden) { rule.element.open = isOpen; } });
      }
      on('open-all', function () { setOpen(true); });
      on('close-all', function () { setOpen(false); });

      // A link into a closed part opens it.
      function reveal() {
        var target = null;
        try {
          target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
        } catch (error) { return; }
        if (!target) { return; }
        for (var element = target; element; element = element.parentElement) {
          if (element.tagName === 'DETAILS') { element.open = true; }
        }
        target.scrollIntoView();
      }
      window.addEventListener('hashchange', reveal);
      reveal();

      // Picture: what hangs on a box
      all('.picture').forEach(function (picture) {
        var edges = all('.edge', picture);
        function light(event) {
          var node = event.target.closest && event.target.closest('.node');
          edges.forEach(function (edge) {
            var ends = [edge.dataset.from, edge.dataset.to];
            edge.classList.toggle('lit', Boolean(node) && ends.indexOf(node.dataset.box) >= 0);
          });
        }
        ['mouseover', 'focusin', 'mouseout', 'focusout'].forEach(function (name) {
          picture.addEventListener(name, light);
        });
      });

      // Theme
      var themeKey = 'chatsunset:theme';
      var theme = load(themeKey);
      if (theme === 'light' || theme === 'dark') { root.dataset.theme = theme; }
      on('theme', function () {
        var system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
        var isDark = (root.dataset.theme || system) === 'dark';
        root.dataset.theme = isDark ? 'light' : 'dark';
        save(themeKey, root.dataset.theme);
      });

      // Print: everything that is not filtered out is opened, and closed again afterwards.
      var opened = [];
      window.addEventListener('beforeprint', function () {
        opened = all('details:not([open]):not([hidden])');
        opened.forEach(function (element) { element.open = true; });
      });
      window.addEventListener('afterprint', function () {
        opened.forEach(function (element) { element.open = false; });
      });
      on('print', function () { window.print(); });

      // Age: a saved page is read later than it was made.
      var made = Date.parse(root.dataset.asOf);
      var days = Math.floor((Date.now() - made) / 86400000);
      var age = one('.age');
      if (age && days >= 2) {
        age.textContent = 'This page is ' + days + ' days old. Audit again for the present state.';
        age.hidden = false;
      }
    }());

    """
}
