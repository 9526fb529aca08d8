<?xml version="1.0" encoding="UTF-8"?>
<!-- Plates: images of the sheets, where the edition wants them printed (TEI Guidelines 12.1). Only
     images in the edition's folder can be; of those that lie elsewhere the address is no plate. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:fo="http://www.w3.org/1999/XSL/Format"
  xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- Are images of the sheets printed? -->
  <xsl:param name="lp:plates" as="xs:boolean" select="false()"/>

  <!-- The images of a letter's sheets, one for each: graphics of the facsimile, or those that page
       beginnings name. -->
  <xsl:function name="lp:plate-images" as="attribute()*">
    <xsl:param name="letter" as="element(TEI)"/>
    <xsl:variable name="graphics" as="attribute()*"
      select="$letter/facsimile//(surface/graphic[1] | graphic[not(parent::surface)])/@url"/>
    <xsl:variable name="images" as="attribute()*"
      select="if (exists($graphics)) then $graphics else $letter/text//pb/@facs"/>
    <xsl:for-each-group select="$images[$lp:plates][not(matches(., '^([a-z]+:|//|#)', 'i'))]
      [matches(., '\.(jpe?g|png|gif|tiff?|svg)$', 'i')]" group-by="string()">
      <xsl:sequence select="."/>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:function name="lp:has-plates" as="xs:boolean">
    <xsl:param name="book" as="element(lp:volume)"/>
    <xsl:sequence select="some $letter in $book/lp:text/TEI
      satisfies exists(lp:plate-images($letter))"/>
  </xsl:function>

  <!-- A page for each image: the picture, then the letter that it belongs to, with its page. -->
  <xsl:template name="lp:plates">
    <xsl:param name="edition" as="xs:string"/>
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <fo:page-sequence master-reference="text" format="1" initial-page-number="auto-odd">
      <xsl:sequence select="lp:writing-mode(lp:direction-of-pages(.), 'ltr')"/>
      <xsl:call-template name="lp:static-content">
        <xsl:with-param name="edition" select="$edition"/>
      </xsl:call-template>
      <fo:flow flow-name="xsl-region-body">
        <fo:block id="plates" xsl:use-attribute-sets="lp:part-heading" role="H1">
          <xsl:call-template name="lp:running-head">
            <xsl:with-param name="text" select="lp:label('plates', $ui)"/>
          </xsl:call-template>
          <xsl:text>{lp:label('plates', $ui)}</xsl:text>
        </fo:block>
        <xsl:for-each select="lp:text/TEI">
          <xsl:variable name="letter" as="element(TEI)" select="."/>
          <xsl:variable name="images" as="attribute()*" select="lp:plate-images(.)"/>
          <xsl:for-each select="$images">
            <xsl:sequence select="lpi:plate(., $letter, position(), count($images), $ui)"/>
          </xsl:for-each>
        </xsl:for-each>
      </fo:flow>
    </fo:page-sequence>
  </xsl:template>

  <xsl:function name="lpi:plate" as="element(fo:block)">
    <xsl:param name="image" as="attribute()"/>
    <xsl:param name="letter" as="element(TEI)"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="count" as="xs:integer"/>
    <xsl:param name="ui" as="xs:string"/>
    <xsl:variable name="said" as="xs:string?"
      select="($image/../(desc | ../desc | ../figDesc)[normalize-space()] ! lp:plain(.))[1]"/>
    <xsl:variable name="title" as="xs:string" select="string-join((lp:letter-number($letter)[. ne ''],
      lp:letter-title($letter)), ' ')"/>
    <xsl:variable name="sheet" as="xs:string" select="if ($count gt 1)
      then lp:label('plate-sheet', $ui, (string($number), string($count))) else ''"/>
    <fo:block xsl:use-attribute-sets="lp:plate">
      <fo:block>
        <fo:external-graphic src="url('{replace($image, '''', '%27')}')"
          fox:alt-text="{string-join(($said, $title, $sheet)[. ne ''], ', ')}"
          lp:of="{lp:letter-id($letter)}" lp:missing="{lp:label('figure', $ui)}" content-width="scale-down-to-fit"
          content-height="scale-down-to-fit" scaling="uniform"
          inline-progression-dimension.maximum="100%"
          block-progression-dimension.maximum="{$lp:page-height} * 0.62"/>
      </fo:block>
      <fo:block xsl:use-attribute-sets="lp:caption" role="Caption">
        <fo:basic-link internal-destination="{lp:letter-id($letter)}" fox:alt-text="{$title}">
          <xsl:text>{string-join(($title, $sheet)[. ne ''], ', ')} (</xsl:text>
          <fo:page-number-citation ref-id="{lp:letter-id($letter)}"/>
          <xsl:text>)</xsl:text>
        </fo:basic-link>
        <xsl:if test="exists($said)">
          <fo:block>{$said}</fo:block>
        </xsl:if>
      </fo:block>
    </fo:block>
  </xsl:function>
</xsl:stylesheet>
