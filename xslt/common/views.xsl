<?xml version="1.0" encoding="UTF-8"?>
<!-- The views of a text, and the rules in which they differ, stated once.
     A letter has two views: "reading", for those who read, and "diplomatic", as it was written. The
     table views.xml says for each rule what each view does; the templates in mode lp:view say which
     elements a rule is about. Preparation marks each element with the views that leave it out
     (lp:omit), every output obeys the marks, and the audit asks the same rules of the source.
     An edition changes a treatment in letterpress.toml, and a pattern by a template in mode lp:view
     in an xslt/prepare.xsl of its own, which imports ours. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- What the edition's settings change, each as "reading.deletion=shown". -->
  <xsl:param name="lp:view-settings" as="xs:string*" select="()"/>

  <xsl:variable name="lp:views" as="xs:string+" select="'reading', 'diplomatic'"/>

  <!-- From "view.rule" to treatment: 'reading.deletion' to 'left-out'. Read once, when the stylesheet
       is compiled. -->
  <xsl:variable name="lp:view-rules" as="map(xs:string, xs:string)" static="yes" select="
    map:merge(for $rule in doc('../views.xml')/lp:views/lp:rule, $view in $rule/(@reading, @diplomatic)
      return map:entry(local-name($view) || '.' || $rule/@name, string($view)))"/>

  <!-- The same with what the edition changes. -->
  <xsl:variable name="lp:treatments" as="map(xs:string, xs:string)" select="map:merge((
    $lp:view-rules,
    $lp:view-settings ! map:entry(substring-before(., '='), substring-after(., '='))),
    map { 'duplicates': 'use-last' })"/>

  <!-- lp:treatment('deletion', 'reading') gives "left-out". -->
  <xsl:function name="lp:treatment" as="xs:string">
    <xsl:param name="rule" as="xs:string"/>
    <xsl:param name="view" as="xs:string"/>
    <xsl:sequence select="($lp:treatments($view || '.' || $rule), 'shown')[1]"/>
  </xsl:function>

  <!-- An element, or a text, to the names of the rules that may leave it out. -->
  <xsl:mode name="lp:view" on-no-match="deep-skip"/>

  <!-- The views that leave a node out: <del>x</del> gives "reading". -->
  <xsl:function name="lp:left-out-in" as="xs:string*">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="rules" as="xs:string*">
      <xsl:apply-templates select="$node" mode="lp:view"/>
    </xsl:variable>
    <xsl:if test="exists($rules)">
      <xsl:sequence select="$lp:views[some $rule in $rules
        satisfies lp:treatment($rule, .) = 'left-out']"/>
    </xsl:if>
  </xsl:function>

  <!-- ==== Which elements a rule is about ==== -->

  <!-- Text that was struck out (Guidelines 12.3.1.4), unless the deletion was cancelled. -->
  <xsl:template match="del[not(lp:is-restored(.))]" mode="lp:view" as="xs:string*">
    <xsl:sequence select="'deletion'"/>
  </xsl:template>

  <!-- A del or delSpan that was taken back (12.3.4.2): it stands in a restore, or an undo names it
       that no redo revokes. -->
  <xsl:function name="lp:is-restored" as="xs:boolean">
    <xsl:param name="del" as="element()"/>
    <xsl:sequence select="$del/@lp:restored = 'true'
      or exists($del/ancestor::*[self::restore or self::del][1]/self::restore)
      or exists($del/@xml:id ! key('lpi:undone', ., root($del)))"/>
  </xsl:function>

  <xsl:key name="lpi:undone" match="undo[not(key('lpi:redone', @xml:id))]"
    use="tokenize(@target) ! replace(., '^#', '')"/>
  <xsl:key name="lpi:redone" match="redo" use="tokenize(@target) ! replace(., '^#', '')"/>

  <!-- Text between a delSpan and its anchor, in a source that is not prepared yet. -->
  <xsl:template match="text()[lp:in-deleted-span(.)]" mode="lp:view" as="xs:string*">
    <xsl:sequence select="'deletion'"/>
  </xsl:template>

  <xsl:key name="lp:deleted-span" match="delSpan[@spanTo][not(lp:is-restored(.))]" use="'all'"/>
  <xsl:key name="lp:anchor" match="*[@xml:id]" use="@xml:id"/>

  <xsl:function name="lp:in-deleted-span" as="xs:boolean">
    <xsl:param name="text" as="text()"/>
    <xsl:variable name="root" as="node()" select="root($text)"/>
    <xsl:sequence select="$root instance of document-node() and (
      some $span in key('lp:deleted-span', 'all', $root) satisfies
        $span &lt;&lt; $text
        and $text &lt;&lt; key('lp:anchor', substring-after($span/@spanTo, '#'), $root)[1])"/>
  </xsl:function>

  <!-- Two encodings of one passage (Guidelines 3.5): what was written, and what the editors make of
       it. Where only one of the two kinds is there, it is shown. -->
  <xsl:variable name="lp:written" as="map(xs:string, xs:string)" static="yes" select="map {
    'sic': 'error', 'orig': 'original', 'abbr': 'abbreviation', 'am': 'abbreviation-mark' }"/>
  <xsl:variable name="lp:edited" as="map(xs:string, xs:string)" static="yes" select="map {
    'corr': 'correction', 'reg': 'regularisation', 'expan': 'expansion',
    'ex': 'expanded-letters', 'supplied': 'correction' }"/>

  <xsl:template match="choice/*" mode="lp:view" as="xs:string*" priority="2">
    <xsl:variable name="choice" as="element(choice)" select=".."/>
    <xsl:variable name="written" as="element()*"
      select="$choice/*[map:contains($lp:written, local-name())]"/>
    <xsl:variable name="edited" as="element()*"
      select="$choice/*[map:contains($lp:edited, local-name())]"/>
    <xsl:variable name="others" as="element()*" select="$choice/* except ($written, $edited)"/>
    <!-- A choice within the choice, an unclear, a seg stand in for the kind that is missing. -->
    <xsl:variable name="first" as="element()*" select="$written[1], $edited[1],
      $others[1][empty($written) or empty($edited)]"/>
    <xsl:variable name="kind" as="xs:string" select="
      if (empty(. intersect $first)) then 'alternative'
      else if (count($first) = 1) then ''
      else ($lp:written(local-name()), $lp:edited(local-name()),
        if (empty($written)) then 'original' else 'regularisation')[1]"/>
    <xsl:sequence select="$kind[. ne '']"/>
    <xsl:next-match/>
  </xsl:template>

  <!-- Does a choice offer readings between which the editors do not decide, such as two unclear
       (3.5)? There is nothing written and nothing edited in it. -->
  <xsl:function name="lp:has-alternatives" as="xs:boolean">
    <xsl:param name="choice" as="element(choice)"/>
    <xsl:sequence select="count($choice/*) gt 1 and empty($choice/*[self::choice
      or map:contains($lp:written, local-name()) or map:contains($lp:edited, local-name())])"/>
  </xsl:function>

  <!-- Letters that the editors expanded, and the marks that stood for them (3.5.5), outside of a
       choice, or within its halves. -->
  <xsl:template match="ex" mode="lp:view" as="xs:string*">
    <xsl:sequence select="'expanded-letters'"/>
  </xsl:template>

  <xsl:template match="am" mode="lp:view" as="xs:string*">
    <xsl:sequence select="'abbreviation-mark'"/>
  </xsl:template>

  <!-- Text that the editors believe to be superfluous (12.3.3.1). -->
  <xsl:template match="surplus" mode="lp:view" as="xs:string*">
    <xsl:sequence select="'surplus'"/>
  </xsl:template>

  <!-- What belongs to the sheet and not to the letter: page numbers, catchwords, running heads
       (12.6). A printed letterhead is read. -->
  <xsl:template match="fw[not(tokenize(lower-case(@type)) = ('letterhead', 'letter-head'))]
    | note[lp:is-sheet-number(.)]" mode="lp:view" as="xs:string*">
    <xsl:sequence select="'running-matter'"/>
  </xsl:template>

  <!-- A note that is in truth the number of a sheet: <note type="foliation">- 2 -</note>. -->
  <xsl:function name="lp:is-sheet-number" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="$note/@lp:series = 'folio' or (empty($note/@lp:series)
      and tokenize(lower-case($note/@type)) = ('foliation', 'folio', 'pagination', 'pagenum'))"/>
  </xsl:function>

  <!-- Carets, crosses and lines that say how the writer wants to be read (12.3.4.2). -->
  <xsl:template match="metamark" mode="lp:view" as="xs:string*">
    <xsl:sequence select="'writers-sign'"/>
  </xsl:template>

  <!-- The hyphen that belongs to the line and not to the word, where preparation found one. -->
  <xsl:template match="pc[@lp:line-end]" mode="lp:view" as="xs:string*">
    <xsl:sequence select="'line-end-hyphen'"/>
  </xsl:template>

  <!-- The heading of notes that all stand elsewhere, as preparation marks it (20-place-notes.xsl). -->
  <xsl:template match="head[@lp:of-notes]" mode="lp:view" as="xs:string*">
    <xsl:sequence select="'notes-heading'"/>
  </xsl:template>

  <!-- What editors say of the text in a form that is for machines. -->
  <xsl:template match="index | interp | interpGrp | spanGrp | span | certainty | precision | respons
    | link | linkGrp | join | joinGrp | alt | altGrp | timeline | fs | fsdDecl | listTranspose
    | transpose | substJoin | listChange | listAnnotation | annotation" mode="lp:view"
    as="xs:string*">
    <xsl:sequence select="'annotation'"/>
  </xsl:template>

  <!-- Programs and styles that were pasted in with a page of the web are no text. -->
  <xsl:template match="Q{http://www.w3.org/1999/xhtml}script
    | Q{http://www.w3.org/1999/xhtml}style" mode="lp:view" as="xs:string*">
    <xsl:sequence select="'program'"/>
  </xsl:template>

  <!-- Pictures and sounds written out as signs. -->
  <xsl:template match="binaryObject" mode="lp:view" as="xs:string*">
    <xsl:sequence select="'data'"/>
  </xsl:template>

  <!-- ==== White space of the encoding ==== -->

  <!-- choice and subst hold elements only (Guidelines 3.5, 12.3.1.5): white space between these parts
       no words. "M<subst> <del>r</del> <add>o</add> </subst>nsieur" is read "Monsieur". -->
  <xsl:function name="lp:is-white-of-encoding" as="xs:boolean">
    <xsl:param name="text" as="text()"/>
    <xsl:sequence select="exists($text/parent::*[self::choice or self::subst])
      and not(normalize-space($text))"/>
  </xsl:function>

  <!-- ==== Breaks inside words ==== -->

  <!-- True for a break that parts no words: it says so itself, it stands inside a w or between two
       parts of one, or beside a break that says so (a page that begins with a new line). -->
  <xsl:function name="lpi:is-inside-word" as="xs:boolean">
    <xsl:param name="break" as="element()"/>
    <xsl:sequence select="
      if (exists($break/@break[normalize-space()])) then $break/@break = 'no'
      else exists($break/ancestor::w)
        or exists($break[preceding-sibling::node()[self::* or normalize-space()]
            [not(lpi:is-break(.))][1]/self::w[@part = ('I', 'M')]]
          [following-sibling::node()[self::* or normalize-space()]
            [not(lpi:is-break(.))][1]/self::w[@part = ('M', 'F')]])
        or lpi:neighbour-break($break, -1)/@break = 'no'
        or lpi:neighbour-break($break, 1)/@break = 'no'"/>
  </xsl:function>

  <xsl:function name="lpi:is-break" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node[self::lb or self::pb or self::cb or self::gb
      or self::milestone or self::fw])"/>
  </xsl:function>

  <!-- The break beside a break, with nothing but white space between. -->
  <xsl:function name="lpi:neighbour-break" as="element()?">
    <xsl:param name="break" as="element()"/>
    <xsl:param name="side" as="xs:integer"/>
    <xsl:sequence select="
      (if ($side lt 0) then $break/preceding-sibling::node()[not(self::fw)][self::* or normalize-space()][1]
      else $break/following-sibling::node()[not(self::fw)][self::* or normalize-space()][1])
      [lpi:is-break(.)]"/>
  </xsl:function>

  <!-- The text with words before a place, and after it. Notes and running heads on the way are no
       part of it. -->
  <xsl:function name="lpi:word-before" as="text()?">
    <xsl:param name="place" as="node()"/>
    <xsl:sequence
      select="$place/preceding::text()[normalize-space()][lpi:in-same-text(., $place)][1]"/>
  </xsl:function>

  <xsl:function name="lpi:word-after" as="text()?">
    <xsl:param name="place" as="node()"/>
    <xsl:sequence
      select="$place/following::text()[normalize-space()][lpi:in-same-text(., $place)][1]"/>
  </xsl:function>

  <!-- The same for a break, with the white space beside it. -->
  <xsl:function name="lpi:text-before" as="text()*">
    <xsl:param name="break" as="element()"/>
    <xsl:sequence select="lpi:word-before($break),
      $break/preceding-sibling::node()[1]/self::text()[not(normalize-space())]"/>
  </xsl:function>

  <xsl:function name="lpi:text-after" as="text()*">
    <xsl:param name="break" as="element()"/>
    <xsl:sequence select="lpi:word-after($break),
      $break/following-sibling::node()[1]/self::text()[not(normalize-space())]"/>
  </xsl:function>

  <xsl:function name="lpi:in-same-text" as="xs:boolean">
    <xsl:param name="text" as="text()"/>
    <xsl:param name="place" as="node()"/>
    <xsl:sequence select="empty(($text/ancestor::note | $text/ancestor::fw)
      except $place/ancestor::*)"/>
  </xsl:function>

  <!-- The signs that part a word at the end of a line, alone. -->
  <xsl:variable name="lpi:hyphen" as="xs:string" select="'^[-&#x2010;&#x2E17;&#xAC;=&#xAD;]$'"/>

  <!-- Does a line end where it ends in the source? -->
  <xsl:function name="lp:keeps-lines" as="xs:boolean">
    <xsl:param name="view" as="xs:string"/>
    <xsl:sequence select="lp:treatment('line-end', $view) = 'break'"/>
  </xsl:function>

  <!-- The views that leave an element out, as preparation marks it. -->
  <xsl:function name="lp:omit-mark" as="attribute(lp:omit)?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="views" as="xs:string*" select="lp:left-out-in($element)"/>
    <xsl:if test="exists($views)">
      <xsl:attribute name="lp:omit" select="$views" separator=" "/>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
