<?xml version="1.0" encoding="UTF-8"?>
<!-- Pages of an edition, as XSL formatting objects. Two ways in:
       mode lp:letter-fo, on a prepared letter: that letter by itself
       mode lp:volume-fo, on an lp:volume document: the book
     An edition overrides by importing this module, setting parameters, redefining attribute sets
     (fo/style/attributes.xsl) and adding rules in the modes that fo/modes.xsl declares;
     xsl:next-match gives our rendering. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:fo="http://www.w3.org/1999/XSL/Format"
  xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <!-- Which text is printed: "reading" or "diplomatic"; common/views.xsl has the rules. -->
  <xsl:param name="lp:view" as="xs:string" select="'reading'"/>

  <!-- The trimmed page, each with its unit. -->
  <xsl:param name="lp:page-width" as="xs:string" select="'156mm'"/>
  <xsl:param name="lp:page-height" as="xs:string" select="'234mm'"/>

  <!-- The size of the text and the distance of its lines. -->
  <xsl:param name="lp:font-size" as="xs:string" select="'11pt'"/>
  <xsl:param name="lp:line-height" as="xs:string"
    select="round(number(replace($lp:font-size, '[a-z]+$', '')) * 1.29, 2)
      || replace($lp:font-size, '^[\d.]+', '')"/>

  <!-- Families of type: the text, and typewriting or code. "serif" is EB Garamond where it is
       packed, else Liberation Serif. What follows a name is a cut: "serif Lining" has figures for
       tables, "serif Superior" raised ones, "serif Spaced" can be letter-spaced. -->
  <xsl:param name="lp:font-family" as="xs:string" select="'serif'"/>
  <xsl:param name="lp:typewriter-family" as="xs:string" select="'monospace'"/>

  <!-- In the book letters follow one another on the page ("run-on") or each begins a page of its
       own ("page"). -->
  <xsl:param name="lp:letter-start" as="xs:string" select="'run-on'"/>

  <!-- Letters follow one another by "date", or in the order of the "source"; the order itself is made
       before (print.letter-order in letterpress.toml), and this says which it is. -->
  <xsl:param name="lp:letter-order" as="xs:string" select="'date'"/>

  <!-- The account of a letter's source stands at its "end", or at the "foot" of its first page. -->
  <xsl:param name="lp:source-place" as="xs:string" select="'end'"/>

  <!-- Does each page say that it is a draft? -->
  <xsl:param name="lp:draft" as="xs:boolean" select="false()"/>

  <xsl:include href="common/gentext.xsl"/>
  <xsl:include href="common/direction.xsl"/>
  <xsl:include href="common/report.xsl"/>
  <xsl:include href="common/signs.xsl"/>
  <xsl:include href="common/quotation.xsl"/>
  <xsl:include href="common/blocks.xsl"/>
  <xsl:include href="common/marks.xsl"/>
  <xsl:include href="common/renditions.xsl"/>
  <xsl:include href="common/east-asian.xsl"/>
  <xsl:include href="common/names.xsl"/>
  <xsl:include href="common/plain.xsl"/>
  <xsl:include href="common/views.xsl"/>
  <xsl:include href="common/record.xsl"/>
  <xsl:include href="common/heading.xsl"/>
  <xsl:include href="fo/modes.xsl"/>
  <xsl:include href="fo/style/attributes.xsl"/>
  <xsl:include href="fo/functions.xsl"/>
  <xsl:include href="fo/direction.xsl"/>
  <xsl:include href="fo/page-masters.xsl"/>
  <xsl:include href="fo/volume.xsl"/>
  <xsl:include href="fo/volumes.xsl"/>
  <xsl:include href="fo/plates.xsl"/>
  <xsl:include href="fo/correspondence.xsl"/>
  <xsl:include href="fo/blocks.xsl"/>
  <xsl:include href="fo/inlines.xsl"/>
  <xsl:include href="fo/transcription.xsl"/>
  <xsl:include href="fo/apparatus.xsl"/>
  <xsl:include href="fo/notes.xsl"/>
  <xsl:include href="fo/facsimile.xsl"/>
  <xsl:include href="fo/tables.xsl"/>
  <xsl:include href="fo/verse.xsl"/>
  <xsl:include href="fo/versions.xsl"/>
  <xsl:include href="fo/registers.xsl"/>
  <xsl:include href="fo/references.xsl"/>
  <xsl:include href="fo/index.xsl"/>
  <xsl:include href="fo/lines.xsl"/>
  <xsl:include href="fo/concordance.xsl"/>
  <xsl:include href="fo/unhandled.xsl"/>
</xsl:stylesheet>
