<?xml version="1.0" encoding="UTF-8"?>
<!-- The key below a text: what its brackets, lines and marks mean. It is made from the finished page,
     so it explains the signs that stand there and no others (TEI Guidelines 11). -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.w3.org/1999/xhtml"
  exclude-result-prefixes="#all">

  <!-- The signs, in the order of the key. -->
  <xsl:variable name="lpi:signs" as="xs:string+" select="'deleted', 'added', 'supplied', 'unclear',
    'alternative', 'gap', 'surplus', 'damage', 'changed', 'hand', 'page'"/>

  <!-- The signs of which an element of the page is an example. -->
  <xsl:function name="lpi:sign-of" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="classes" as="xs:string*" select="tokenize($element/@class)"/>
    <xsl:sequence select="
      if ($element/self::del and not($classes = 'lp-restored')) then 'deleted'
      else if ($element/self::ins) then 'added'
      else if ($classes = 'lp-supplied') then 'supplied'[$element/span/@class = 'lp-sign']
      else if ($classes = 'lp-unclear') then 'unclear'
      else if ($classes = 'lp-gap') then 'gap'
      else if ($classes = 'lp-surplus') then 'surplus'
      else if ($classes = 'lp-damage') then 'damage'
      else if ($classes = 'lp-alternative') then 'alternative'[$element/@title]
      else if ($classes = 'lp-choice') then 'changed'[$element/@title]
      else if ($classes = 'lp-handShift') then 'hand'
      else if ($classes = 'lp-pb') then 'page'[$element/@data-lp-page][$element/ancestor::p]
      else ()"/>
  </xsl:function>

  <xsl:template name="lp:sign-key">
    <!-- The finished text. -->
    <xsl:param name="text" as="element()*"/>
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:variable name="used" as="xs:string*"
      select="distinct-values($text/descendant::*[@class] ! lpi:sign-of(.))"/>
    <xsl:if test="exists($used)">
      <section class="lp-sign-key" aria-label="{lp:label('signs', $ui)}">
        <dl>
          <xsl:for-each select="$lpi:signs[. = $used]">
            <div>
              <dt>
                <xsl:apply-templates select="." mode="lp:sign-sample"/>
              </dt>
              <xsl:text> </xsl:text>
              <dd>{lp:label(lpi:sign-wording(.), $ui)}</dd>
            </div>
          </xsl:for-each>
        </dl>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- The key of its wording: some have one already, for the title of the element. -->
  <xsl:function name="lpi:sign-wording" as="xs:string">
    <xsl:param name="sign" as="xs:string"/>
    <xsl:sequence select="
      if ($sign = ('supplied', 'unclear', 'gap')) then $sign
      else if ($sign = 'hand') then 'hand-shift'
      else if ($sign = 'changed') then 'key-changed-' || $lp:view
      else 'key-' || $sign"/>
  </xsl:function>

  <!-- A sign as it looks on the page. -->
  <xsl:template match=".[. = 'deleted']" mode="lp:sign-sample">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <del class="lp-del">{lp:label('key-sample', $ui)}</del>
  </xsl:template>

  <xsl:template match=".[. = 'added']" mode="lp:sign-sample">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <ins class="lp-add">{lp:label('key-sample', $ui)}</ins>
  </xsl:template>

  <xsl:template match=".[. = 'supplied']" mode="lp:sign-sample">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <span class="lp-supplied">[{lp:label('key-sample', $ui)}]</span>
  </xsl:template>

  <xsl:template match=".[. = 'surplus']" mode="lp:sign-sample">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <span class="lp-surplus">{{{lp:label('key-sample', $ui)}}}</span>
  </xsl:template>

  <xsl:template match=".[. = ('unclear', 'alternative', 'damage', 'changed')]" mode="lp:sign-sample">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <span class="lp-{.}">{lp:label('key-sample', $ui)}</span>
  </xsl:template>

  <xsl:template match=".[. = 'gap']" mode="lp:sign-sample">
    <span class="lp-gap">[…]</span>
  </xsl:template>

  <xsl:template match=".[. = 'hand']" mode="lp:sign-sample">
    <span class="lp-handShift"/>
  </xsl:template>

  <xsl:template match=".[. = 'page']" mode="lp:sign-sample">
    <span class="lp-page-bar">|</span>
  </xsl:template>
</xsl:stylesheet>
