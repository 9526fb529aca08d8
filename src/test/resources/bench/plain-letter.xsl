<?xml version="1.0" encoding="UTF-8"?>
<!--
  The least that makes a page of a letter: what others cost is measured beside it. It knows the
  elements that are frequent in letters, numbers the notes and puts them below the text. Nothing of
  an edition uses it.
-->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns="http://www.w3.org/1999/xhtml"
  exclude-result-prefixes="tei">

  <xsl:output method="html" version="5" encoding="UTF-8" indent="no"/>
  <xsl:strip-space elements="tei:TEI tei:text tei:body tei:div tei:list tei:table tei:row tei:lg"/>

  <xsl:template match="/">
    <xsl:variable name="header" select="(//tei:teiHeader)[1]"/>
    <html lang="{(//tei:text/@xml:lang, 'en')[1]}">
      <head>
        <meta charset="UTF-8"/>
        <title><xsl:value-of select="$header//tei:titleStmt/tei:title[1]"/></title>
        <link rel="stylesheet" href="../assets/plain.css"/>
      </head>
      <body>
        <h1><xsl:value-of select="$header//tei:titleStmt/tei:title[1]"/></h1>
        <dl class="head">
          <xsl:apply-templates select="$header//tei:correspAction"/>
        </dl>
        <main>
          <xsl:apply-templates select="//tei:text/tei:body"/>
        </main>
        <xsl:where-populated>
          <ol class="notes">
            <xsl:apply-templates select="//tei:text//tei:note" mode="below"/>
          </ol>
        </xsl:where-populated>
        <footer>
          <xsl:apply-templates select="$header//tei:publicationStmt/tei:publisher"/>
        </footer>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="tei:correspAction">
    <dt><xsl:value-of select="@type"/></dt>
    <dd>
      <xsl:for-each select="tei:persName | tei:orgName | tei:placeName | tei:date">
        <xsl:if test="position() gt 1">, </xsl:if>
        <xsl:apply-templates select="."/>
        <xsl:if test="self::tei:date and not(normalize-space())">
          <xsl:value-of select="(@when, @notBefore, @from)[1]"/>
        </xsl:if>
      </xsl:for-each>
    </dd>
  </xsl:template>

  <xsl:template match="tei:div">
    <section><xsl:apply-templates/></section>
  </xsl:template>

  <xsl:template match="tei:head">
    <h2><xsl:apply-templates/></h2>
  </xsl:template>

  <xsl:template match="tei:p | tei:ab">
    <p><xsl:apply-templates/></p>
  </xsl:template>

  <xsl:template match="tei:opener | tei:closer | tei:postscript">
    <div class="{local-name()}"><xsl:apply-templates/></div>
  </xsl:template>

  <xsl:template match="tei:dateline | tei:salute | tei:signed | tei:address | tei:addrLine">
    <div class="{local-name()}"><xsl:apply-templates/></div>
  </xsl:template>

  <xsl:template match="tei:p//tei:salute | tei:p//tei:signed | tei:dateline//tei:date">
    <span class="{local-name()}"><xsl:apply-templates/></span>
  </xsl:template>

  <xsl:template match="tei:lb">
    <br/>
  </xsl:template>

  <xsl:template match="tei:pb">
    <span class="page">[<xsl:value-of select="@n"/>]</span>
  </xsl:template>

  <xsl:template match="tei:persName | tei:placeName | tei:orgName | tei:rs | tei:name">
    <xsl:choose>
      <xsl:when test="starts-with(@ref, '#')">
        <a class="{local-name()}" href="../names.html{@ref}"><xsl:apply-templates/></a>
      </xsl:when>
      <xsl:otherwise>
        <span class="{local-name()}"><xsl:apply-templates/></span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="tei:ref[@target]">
    <a href="{@target}"><xsl:apply-templates/></a>
  </xsl:template>

  <xsl:template match="tei:hi">
    <em class="{translate(@rend, '#', '')}"><xsl:apply-templates/></em>
  </xsl:template>

  <xsl:template match="tei:del">
    <del><xsl:apply-templates/></del>
  </xsl:template>

  <xsl:template match="tei:add">
    <ins><xsl:apply-templates/></ins>
  </xsl:template>

  <xsl:template match="tei:choice">
    <xsl:apply-templates select="(tei:reg, tei:corr, tei:expan, *)[1]"/>
  </xsl:template>

  <xsl:template match="tei:unclear | tei:supplied">
    <span class="{local-name()}">[<xsl:apply-templates/>]</span>
  </xsl:template>

  <xsl:template match="tei:gap">
    <span class="gap">[…]</span>
  </xsl:template>

  <xsl:template match="tei:foreign | tei:quote | tei:title | tei:term">
    <i lang="{@xml:lang}"><xsl:apply-templates/></i>
  </xsl:template>

  <xsl:template match="tei:list">
    <ul><xsl:apply-templates select="tei:item"/></ul>
  </xsl:template>

  <xsl:template match="tei:item">
    <li><xsl:apply-templates/></li>
  </xsl:template>

  <xsl:template match="tei:table">
    <table><xsl:apply-templates select="tei:row"/></table>
  </xsl:template>

  <xsl:template match="tei:row">
    <tr><xsl:apply-templates select="tei:cell"/></tr>
  </xsl:template>

  <xsl:template match="tei:cell">
    <td><xsl:apply-templates/></td>
  </xsl:template>

  <xsl:template match="tei:lg">
    <div class="verse"><xsl:apply-templates/></div>
  </xsl:template>

  <xsl:template match="tei:l">
    <div><xsl:apply-templates/></div>
  </xsl:template>

  <xsl:template match="tei:note">
    <xsl:variable name="n"><xsl:number level="any" from="tei:text"/></xsl:variable>
    <sup><a id="c{$n}" href="#n{$n}"><xsl:value-of select="$n"/></a></sup>
  </xsl:template>

  <xsl:template match="tei:note" mode="below">
    <li id="n{position()}"><xsl:apply-templates/> <a href="#c{position()}">↑</a></li>
  </xsl:template>
</xsl:stylesheet>
