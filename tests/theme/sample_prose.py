"""Text with everything that Markdown can make, as the sanitiser lets it through."""

from localgroups.model.html import SafeHtml

PROSE = SafeHtml(
    """<p>We are <strong>tenants, drivers and nurses</strong>, and one retired
<a href="https://example.org/">lock keeper</a>.
Bring a friend.<sup class="footnote-ref"><a href="#user-content-fn-1" id="user-content-fnref-1">1</a></sup></p>
<h2>What we do</h2>
<ul><li>Doors on Saturdays</li><li>Soup on Sundays<ul><li>with bread</li></ul></li></ul>
<ol><li>Read</li><li>Decide</li></ol>
<ul><li><input type="checkbox" disabled="" checked=""> Book the hall</li>
<li><input type="checkbox" disabled=""> Find a projector</li></ul>
<blockquote><p>Nobody is coming to save us. So we came.</p></blockquote>
<div class="alert alert-note"><p class="alert-title">Note</p><p>The back door has no step.</p></div>
<div class="alert alert-tip"><p class="alert-title">Tip</p><p>Come early.</p></div>
<div class="alert alert-important"><p class="alert-title">Important</p><p>Bring your card.</p></div>
<div class="alert alert-warning"><p class="alert-title">Warning</p><p>The bridge is closed.</p></div>
<div class="alert alert-caution"><p class="alert-title">Caution</p><p>No <a href="/x/">open fire</a>.</p></div>
<h3>Figures</h3>
<table><thead><tr><th>Street</th><th align="right">Doors</th></tr></thead>
<tbody><tr><td>Mill Lane</td><td align="right">112</td></tr><tr><td>Bridge Street and the Straßenbahnhof</td>
<td align="right">87</td></tr></tbody></table>
<p><img src="/images/march-960.png" alt="People with banners on a bridge" width="960" height="600"></p>
<p dir="auto">يبدأ الاجتماع في السابعة مساء.</p>
<pre><code class="language-text">one long line of text that does not fit on a telephone however small</code></pre>
<p>Write <code>bus</code> to the office.</p><hr>
<section class="footnotes"><ol><li id="user-content-fn-1"><p>Or two.
<a href="#user-content-fnref-1" class="footnote-backref" aria-label="Back to reference 1">↩</a></p></li>
</ol></section>"""
)
